using System.Reflection;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Guarantees;

/// <summary>
/// Guarantee 2: nothing in this house is named, or means, a diagnosis, a symptom, a severity, a risk, a score, points, a balance, a rating,
/// a streak, when somebody was last seen, or when somebody read a message.
/// </summary>
public sealed class NothingMeasuresPeople(StandingHouses houses)
{
    /// <summary>Each of these words alone, or several in a row.</summary>
    static readonly string[] Measures =
    [
        "diagnosis", "diagnoses", "diagnostic", "symptom", "symptoms", "severity", "risk", "risks", "score", "scores", "scoring", "points", "balance", "rating", "ratings",
        "streak", "streaks", "disorder", "illness", "pathology", "condition", "karma", "reputation", "badge", "badges", "assessment", "progress", "outcome", "attendance",
        "absence", "absences", "no show", "last seen", "last active", "last login", "last visit", "seen at", "read at", "opened at", "is online", "online since", "is read",
        "likes", "followers", "views", "visit count", "message count",
    ];

    [Fact]
    public async Task No_table_and_no_column_measures_a_person()
    {
        var house = await houses.LiveAsync();
        await using var connection = await house.Database.OpenAsync();
        var columns = await house.Database.Dialect.ColumnsAsync(connection, default);
        Assert.Contains(columns, c => c is ("mutual_aid_group", "name"));
        Findings.None(from c in columns from name in new[] { c.Table, c.Column } where Measure(name) is not null select $"{c.Table}.{c.Column} means {Measure(name)}.");
    }

    [Fact]
    public void No_entity_and_no_property_measures_a_person()
    {
        var types = typeof(Db).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Alentour.", StringComparison.Ordinal) == true && !t.Name.Contains('<')).ToList();
        Assert.Contains(types, t => t.Name == "MutualAidGroup");
        Findings.None(
            from type in types
            from name in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.DeclaringType == type).Select(p => p.Name).Append(type.Name)
            where Measure(name) is not null
            select $"{type.FullName}, {name}: means {Measure(name)}.");
    }

    [Theory]
    [InlineData("last_seen_at", "last seen")]
    [InlineData("RiskLevel", "risk")]
    [InlineData("message_read_at", "read at")]
    [InlineData("StartsAt", null)]
    [InlineData("breadth", null)]
    public void A_name_is_read_word_by_word(string name, string? measure) => Assert.Equal(measure, Measure(name));

    static string? Measure(string name)
    {
        var words = $" {string.Join(' ', Identifiers.Parts(name)).ToLowerInvariant()} ";
        return Measures.FirstOrDefault(m => words.Contains($" {m} ", StringComparison.Ordinal));
    }
}
