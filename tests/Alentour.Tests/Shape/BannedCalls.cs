using System.Text.RegularExpressions;
using Alentour.Tests.Shape.Reading;
using Mono.Cecil;

namespace Alentour.Tests.Shape;

/// <summary>Time and chance come from outside, so that tests can move them; engines are known in one place.</summary>
public sealed partial class BannedCalls
{
    static readonly string[] Banned =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.TimeProvider::get_System",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7", "System.Random::get_Shared",
    ];

    [Fact]
    public void Only_Foundation_reads_the_clock_draws_ids_or_throws_dice()
    {
        using var house = Compiled.House();
        var found = from type in house.Types
                    where Module.OfNamespace(Compiled.Outermost(type).Namespace) is not { Layer: "Foundation" }
                    from call in Compiled.Calls(type)
                    let name = $"{call.To.DeclaringType.FullName}::{call.To.Name}"
                    where Banned.Contains(name) || IsUnseededDice(call.To)
                    select $"{call.From.FullName} calls {name}; take a TimeProvider, or Ids.New().";
        Findings.None(found);
    }

    static bool IsUnseededDice(MethodReference method) => method is { Name: ".ctor", DeclaringType.FullName: "System.Random", Parameters.Count: 0 };

    [Fact]
    public void Only_the_store_names_the_packages_of_the_engines()
    {
        using var house = Compiled.House();
        var found = from type in house.Types
                    let outer = Compiled.Outermost(type)
                    where Module.OfNamespace(outer.Namespace) is not { Name: "Foundation/Store" }
                    from used in Compiled.Uses(type).Select(Compiled.Outermost)
                    where EnginePackage().IsMatch(used.Namespace)
                    select $"{outer.FullName} names {used.FullName}; engine differences stand in Foundation/Store, in *Dialect.cs.";
        Findings.None(found);
    }

    [Fact]
    public void Only_the_dialects_and_the_twin_scripts_say_engine_words()
    {
        var found = from file in Repository.Files(Repository.Source, ".cs", ".cshtml", ".sql")
                    where !MayNameEngines().IsMatch(file)
                    let text = Identifiers.Bare(file)
                    from Match match in EngineWord().Matches(text)
                    select $"{file} says {match.Value}; engine differences stand in Foundation/Store, in *Dialect.cs and in *.sqlite.sql, *.postgres.sql.";
        Findings.None(found);
    }

    [GeneratedRegex(@"^(Npgsql|Microsoft\.Data\.Sqlite|SQLitePCL|NpgsqlTypes|Microsoft\.EntityFrameworkCore\.(Sqlite|Npgsql))")]
    private static partial Regex EnginePackage();

    [GeneratedRegex(@"/Foundation/Store/(Dialects/)?\w*Dialect(\.\w+)?\.cs$|\.(sqlite|postgres)\.sql$")]
    private static partial Regex MayNameEngines();

    // LISTEN and NOTIFY in capitals only: in lower case they are English.
    [GeneratedRegex(@"(?i:\b(fts5|rtree|tsvector|tsquery|to_tsvector|(web|plain|phrase)?to_tsquery|pragma|bm25|unaccent|pg_\w+|sqlite_\w+|rowid|ilike|jsonb|json_extract|autoincrement|bigserial|skip locked|for update|collate)\b)|\b(LISTEN|NOTIFY)\b")]
    private static partial Regex EngineWord();
}
