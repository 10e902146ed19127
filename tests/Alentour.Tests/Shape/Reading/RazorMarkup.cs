using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Alentour.Tests.Shape.Reading;

/// <summary>What Razor pages write themselves, outside every @ expression: the string literals that the compiled page writes, in order.</summary>
static class RazorMarkup
{
    /// <summary>Each method of each page with the markup it writes; a hole stands as one NUL.</summary>
    public static IEnumerable<(string Page, string Markup)> All(Compiled house) =>
        from type in house.Types
        where IsOfPage(type)
        from method in type.Methods
        where method.HasBody
        let markup = Written(method)
        where markup.Length > 0
        select (Compiled.Outermost(type).FullName, markup);

    static bool IsOfPage(TypeDefinition type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        return type.BaseType?.Resolve() is { } @base && (IsRazorPage(@base) || @base.BaseType is { } further && IsRazorPage(further));
    }

    static bool IsRazorPage(TypeReference type) => type.Namespace.StartsWith("Microsoft.AspNetCore.Mvc.Razor", StringComparison.Ordinal);

    static string Written(MethodDefinition method)
    {
        var markup = new System.Text.StringBuilder();
        foreach (var call in method.Body.Instructions.Where(i => i.Operand is MethodReference))
        {
            var name = ((MethodReference)call.Operand).Name;
            if (name == "WriteLiteral" && call.Previous?.OpCode == OpCodes.Ldstr)
                markup.Append((string)call.Previous.Operand);
            else if (name is "Write" or "EndWriteAttribute")
                markup.Append('\0');
        }
        return markup.ToString();
    }
}
