using System.Data.Common;
using Alentour.Community.People;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;

namespace Alentour.Practices.House.Decisions;

/// <summary>What decisions keep of a person: that they told or confirmed one on its way, or contest one of the journal.</summary>
sealed class DecisionRecords : IHoldsPersonalData
{
    /// <summary>A decision that nobody tells any more.</summary>
    internal const string Unspoken = "DELETE FROM house_decision WHERE NOT EXISTS (SELECT 1 FROM decision_voice v WHERE v.decision_id = house_decision.id)";

    public IReadOnlyList<KeptKind> Kinds { get; } =
    [
        new("decisions", "record.decisions", "record.decisions.until")
        {
            Labels = new Dictionary<string, string>
            {
                ["topic"] = "decision.topic", ["words"] = "decision.words", ["decided_on"] = "decision.jour", ["place"] = "decision.lieu", ["present"] = "decision.presents",
            },
            Values = new Dictionary<string, Func<string, string>> { ["topic"] = v => $"journal.topic.{v}" },
        },
        new("contests", "record.contests", "record.contests.until")
        {
            Labels = new Dictionary<string, string> { ["topic"] = "decision.topic", ["day"] = "record.contests.day" },
            Values = new Dictionary<string, Func<string, string>> { ["topic"] = v => $"journal.topic.{v}" },
        },
    ];

    public async Task<IReadOnlyList<KeptRows>> OfAsync(DbConnection connection, Guid person, CancellationToken stop) =>
    [
        await KeptRows.ReadAsync(connection, "decisions", "SELECT d.topic, d.words, d.decided_on, d.place, d.present FROM decision_voice v JOIN house_decision d ON d.id = v.decision_id WHERE v.person_id = @person", person, stop),
        await KeptRows.ReadAsync(connection, "contests", "SELECT j.topic, j.day FROM decision_contest c JOIN journal_entry j ON j.id = c.entry_id WHERE c.person_id = @person", person, stop),
    ];

    public async Task ForgetAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop)
    {
        await connection.Command("DELETE FROM decision_voice WHERE person_id = @person", transaction, ("person", person.ToString())).RunAsync(stop);
        await connection.Command(Unspoken, transaction).RunAsync(stop);
        await connection.Command("DELETE FROM decision_contest WHERE person_id = @person", transaction, ("person", person.ToString())).RunAsync(stop);
    }
}

/// <summary>Each night: decisions that nobody confirmed in time, with the voices they had, and browsers in which a set-up was left.</summary>
sealed class SweepHouse(Database database) : INightly
{
    public string Name => "house-sweep";

    public Task RunAsync(DateTimeOffset now, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        foreach (var table in new[] { "house_decision", "set_up_visit" })
            await connection.Command($"DELETE FROM {table} WHERE runs_out_at <= @now", transaction, ("now", now.ToUnixTimeMilliseconds())).RunAsync(stop);
    }, stop);
}
