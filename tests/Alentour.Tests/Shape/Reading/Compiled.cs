using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Alentour.Tests.Shape.Reading;

/// <summary>An assembly as the compiler wrote it, read with Mono.Cecil: fully qualified names and Razor pages count like any other line.</summary>
sealed class Compiled : IDisposable
{
    readonly ModuleDefinition _module;

    Compiled(Type any) => _module = ModuleDefinition.ReadModule(any.Assembly.Location, new ReaderParameters { ReadSymbols = true });

    public static Compiled House() => new(typeof(Program));

    public static Compiled OfTests() => new(typeof(Compiled));

    /// <summary>Every type, nested ones too.</summary>
    public IEnumerable<TypeDefinition> Types => _module.GetTypes();

    /// <summary>The types that a type names in its shape, its attributes or its bodies.</summary>
    public static IEnumerable<TypeReference> Uses(TypeDefinition type) =>
        Flat(type.BaseType)
            .Concat(type.Interfaces.SelectMany(i => Flat(i.InterfaceType)))
            .Concat(type.Fields.SelectMany(f => Flat(f.FieldType)))
            .Concat(type.Properties.SelectMany(p => Flat(p.PropertyType)))
            .Concat(type.GenericParameters.SelectMany(p => p.Constraints.SelectMany(c => Flat(c.ConstraintType))))
            .Concat(type.CustomAttributes.Concat(type.Properties.SelectMany(p => p.CustomAttributes)).Concat(type.Methods.SelectMany(m => m.CustomAttributes)).SelectMany(Named))
            .Concat(type.Methods.SelectMany(Uses));

    /// <summary>The methods that a type calls, with the method that calls.</summary>
    public static IEnumerable<(MethodDefinition From, MethodReference To)> Calls(TypeDefinition type) =>
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference
        select (method, (MethodReference)instruction.Operand);

    /// <summary>The outermost type, without arrays and type arguments.</summary>
    public static TypeReference Outermost(TypeReference type)
    {
        while (type is TypeSpecification || type.DeclaringType is not null)
            type = type is TypeSpecification special ? special.ElementType : type.DeclaringType;
        return type;
    }

    public bool IsOurs(TypeReference type) => type.Scope == _module || type.Scope?.Name == _module.Name;

    /// <summary>Whether a person wrote this name, not the compiler.</summary>
    public static bool IsWritten(MemberReference member) => !member.Name.Contains('<') && (member.DeclaringType is null || IsWritten(member.DeclaringType));

    static IEnumerable<TypeReference> Uses(MethodDefinition method) =>
        Flat(method.ReturnType)
            .Concat(method.Parameters.SelectMany(p => Flat(p.ParameterType)))
            .Concat(method.HasBody ? method.Body.Variables.SelectMany(v => Flat(v.VariableType)).Concat(method.Body.Instructions.SelectMany(Uses)) : []);

    static IEnumerable<TypeReference> Uses(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => Flat(type),
        GenericInstanceMethod method => Flat(method.DeclaringType).Concat(method.GenericArguments.SelectMany(Flat)),
        MethodReference method => Flat(method.DeclaringType),
        FieldReference field => Flat(field.DeclaringType),
        _ => [],
    };

    static IEnumerable<TypeReference> Named(CustomAttribute attribute) =>
        Flat(attribute.AttributeType).Concat(attribute.ConstructorArguments.Select(a => a.Value).OfType<TypeReference>().SelectMany(Flat));

    static IEnumerable<TypeReference> Flat(TypeReference? type)
    {
        if (type is null or GenericParameter)
            yield break;
        yield return type;
        if (type is GenericInstanceType generic)
            foreach (var argument in generic.GenericArguments.SelectMany(Flat))
                yield return argument;
    }

    public void Dispose() => _module.Dispose();
}
