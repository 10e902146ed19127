using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Alentour.Tests.Personas;
using Alentour.Tests.Shape.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Guarantees;

/// <summary>
/// Guarantee 19, of the schema: every table whose rows end has such a row here, and after one night it is gone. A new table with an end
/// fails until a row of it is written below, and then until some night work takes it away.
/// </summary>
public sealed class EveryEndIsKept
{
    /// <summary>The names that the schema gives to the moment from which a row is nobody's business any more. A lease (taken_until) is not one.</summary>
    static readonly string[] Ends = ["runs_out_at", "gone_at", "kept_until"];

    /// <summary>A row of each table that <see cref="OwnWords"/> does not write, since no person stands in it; its end far away, so that the first night of this house does not take it before we look.</summary>
    static readonly string[] Rows =
    [
        "INSERT INTO email_link (lookup, asked_id, runs_out_at) SELECT 'x', id, 9000000000000 FROM email_asked",
        "INSERT INTO email_pace (lookup, number, runs_out_at) VALUES ('x', 1, 9000000000000)",
        "INSERT INTO used_challenge (lookup, runs_out_at) VALUES ('x', 9000000000000)",
        "INSERT INTO role_offer (id, lookup, kind, decision, runs_out_at) VALUES ('x', 'x', 'Volunteer', 'x', 9000000000000)",
        "INSERT INTO invitation (lookup, runs_out_at) VALUES ('x', 9000000000000)",
        "INSERT INTO invitation_pace (lookup, number, runs_out_at) VALUES ('x', 1, 9000000000000)",
        "INSERT INTO retried_act (key, led_to, kept_until) VALUES ('x', 'x', 9000000000000)",
        "INSERT INTO set_up_visit (lookup, runs_out_at) VALUES ('x', 9000000000000)",
    ];

    [Fact]
    public async Task Whatever_has_an_end_is_gone_after_the_night()
    {
        await using var house = await House.OpenAsync();
        await OwnWords.PlantAsync(house, "Zoé", 1);
        foreach (var row in Rows)
            await Sql.RunAsync(house, row);
        await using var connection = await house.Database.OpenAsync();
        var ends = (await house.Database.Dialect.ColumnsAsync(connection, default)).Where(c => Ends.Contains(c.Column)).ToList();
        Assert.InRange(ends.Count, Rows.Length + 5, int.MaxValue);
        foreach (var (table, column) in ends)
        {
            Assert.True(await Sql.NumberAsync(house, $"SELECT count(*) FROM {table}") > 0, $"Write a row of {table}: its {column} is an end.");
            await Sql.RunAsync(house, $"UPDATE {table} SET {column} = 1");
        }
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Services.GetRequiredService<NightWork>().RunDueAsync();
        var left = new List<string>();
        foreach (var (table, column) in ends)
            if (await Sql.NumberAsync(house, $"SELECT count(*) FROM {table}") is > 0 and var rows)
                left.Add($"{rows} of {table} outlived their {column}.");
        Findings.None(left);
    }
}
