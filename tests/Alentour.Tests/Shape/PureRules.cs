using Alentour.Foundation.Store;
using Alentour.Tests.Shape.Reading;
using Microsoft.EntityFrameworkCore;
using Mono.Cecil;

namespace Alentour.Tests.Shape;

/// <summary>Rules are pure: an entity knows no web, no store and no clock; time is a parameter (architecture.md part 2, rule 5).</summary>
public sealed class PureRules
{
    static readonly string[] Infrastructure = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "System.Data", "System.Net", "System.IO"];
    static readonly string[] OurInfrastructure = ["Foundation/Web", "Foundation/Store", "Foundation/Running", "Foundation/Live", "Foundation/Jobs", "Foundation/Mail"];

    [Fact]
    public void Entities_know_no_web_no_store_and_no_clock()
    {
        var entities = Entities().Select(e => e.FullName).ToHashSet();
        Assert.NotEmpty(entities);
        using var house = Compiled.House();
        var found = from type in house.Types
                    where entities.Contains(Compiled.Outermost(type).FullName)
                    from used in Compiled.Uses(type).Select(Compiled.Outermost)
                    where IsInfrastructure(used)
                    select $"{type.FullName} names {used.FullName}; a rule is pure, what it needs comes as a parameter.";
        Findings.None(found);
    }

    static bool IsInfrastructure(TypeReference type) =>
        type.FullName == "System.TimeProvider"
        || Infrastructure.Any(i => type.Namespace.StartsWith(i, StringComparison.Ordinal))
        || Module.OfNamespace(type.Namespace) is { } module && OurInfrastructure.Contains(module.Name);

    /// <summary>Every entity that the one context maps.</summary>
    public static IReadOnlyList<Type> Entities()
    {
        using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite("Data Source=:memory:").Options);
        return [.. db.Model.GetEntityTypes().Select(e => e.ClrType)];
    }
}
