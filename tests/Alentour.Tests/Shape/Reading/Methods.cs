using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Alentour.Tests.Shape.Reading;

/// <summary>How long methods are, from the line table that the compiler writes beside the code; Razor pages and generated files left out.</summary>
static class Methods
{
    const int Hidden = 0xFEEFEE;

    /// <summary>Each written method with its file and its lines: signature as one, then from the opening brace to the closing one.</summary>
    public static IEnumerable<(string Name, string File, int Lines)> Lengths(Compiled compiled) =>
        from type in compiled.Types
        from method in type.Methods
        where method.DebugInformation.HasSequencePoints && !IsInitialiser(method)
        let points = Written(method).ToList()
        where points.Count > 0 && IsWrittenFile(points[0].Document.Url)
        let name = Name(type, method)
        group points by (name, points[0].Document.Url) into parts
        select (parts.Key.name, Relative(parts.Key.Url), parts.Max(p => p.Max(x => x.EndLine) - p.Min(x => x.StartLine) + 2));

    /// <summary>Field initialisers stand in the constructor's line table and far from it: what counts begins after the call of the base.</summary>
    static IEnumerable<SequencePoint> Written(MethodDefinition method)
    {
        var from = method.IsConstructor
            ? method.Body.Instructions.First(i => i.OpCode == OpCodes.Call && i.Operand is MethodReference { Name: ".ctor" }).Offset
            : 0;
        return method.DebugInformation.SequencePoints.Where(p => p.StartLine != Hidden && p.Offset >= from);
    }

    static bool IsInitialiser(MethodDefinition method) => method.IsConstructor && (method.IsStatic || method.DeclaringType.IsValueType);

    static bool IsWrittenFile(string file) => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>"Alentour.Foundation.Store.Database.WriteAsync"; the body of an async method or a lambda bears the name of the method around it.</summary>
    static string Name(TypeDefinition type, MethodDefinition method)
    {
        var name = Between(method.Name) ?? method.Name;
        while (type.DeclaringType is not null && type.Name.Contains('<'))
        {
            name = Between(type.Name) is { Length: > 0 } around ? around : name;
            type = type.DeclaringType;
        }
        return $"{type.FullName.Replace('/', '.')}.{name}";
    }

    static string? Between(string name) =>
        name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? name[1..end].TrimEnd('$') : null;

    static string Relative(string file) => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
}
