using System.Data.Common;
using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.House.Decisions;

/// <summary>
/// Decisions on their way to the journal. Members see that they wait, never who told them; whoever holds a role neither tells nor confirms
/// (R090: what the house chose is decided by its members).
/// </summary>
public sealed class DecisionStore(Database database, RetriedActs retried, HouseJournal journal, HouseClock clock)
{
    const string Waiting = """
        SELECT d.id, d.topic, d.words, d.decided_on, d.place, d.present, count(v.person_id), coalesce(sum(CASE WHEN v.person_id = @me THEN 1 ELSE 0 END), 0)
        FROM house_decision d JOIN decision_voice v ON v.decision_id = d.id
        WHERE d.runs_out_at > @now GROUP BY d.id, d.topic, d.words, d.decided_on, d.place, d.present ORDER BY d.id
        """;

    /// <summary>Those that wait for a confirmation.</summary>
    public async Task<IReadOnlyList<HouseDecision>> ForMemberAsync(Me me, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command(Waiting, null, ("me", me.Id.ToString()), ("now", Now)).ListAsync(Read, stop);
    }

    /// <summary>Tells a decision; sent twice, it is told once.</summary>
    /// <param name="key">The key of the form.</param>
    /// <exception cref="RefusalException">The person does not speak here (<see cref="Voices"/>), or has told another that still waits.</exception>
    public Task TellAsync(Me me, JournalTopic topic, RecordedDecision told, string? key, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        me.MustSpeakAsMember(clock.Now.Day);
        var form = new SentForm("decision", me.Id, key);
        if (await retried.LedToAsync(connection, transaction, form, stop) is not null)
            return;
        var id = Ids.New().ToString();
        await connection.Command("INSERT INTO house_decision (id, topic, words, decided_on, place, present, runs_out_at) VALUES (@id, @topic, @words, @day, @place, @present, @until)", transaction,
            ("id", id), ("topic", topic.ToString()), ("words", told.Words), ("day", told.On.ToString("O", CultureInfo.InvariantCulture)), ("place", told.Where), ("present", told.Present),
            ("until", (clock.Instant + HouseDecision.Kept).ToUnixTimeMilliseconds())).RunAsync(stop);
        await using var tell = connection.Command("INSERT INTO decision_voice (decision_id, person_id, told_by) VALUES (@id, @me, @me) ON CONFLICT (told_by) DO NOTHING", transaction, ("id", id), ("me", me.Id.ToString()));
        if (await tell.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException("decision.refusal.another");
        await retried.KeepAsync(connection, transaction, form, id, stop);
    }, stop);

    /// <summary>Confirms one; the third voice writes it into the journal, once, and forgets who spoke.</summary>
    /// <exception cref="RefusalException">The person does not speak here (<see cref="Voices"/>).</exception>
    public Task ConfirmAsync(Me me, Guid decision, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        me.MustSpeakAsMember(clock.Now.Day);
        var values = new (string, object?)[] { ("id", decision.ToString()), ("me", me.Id.ToString()), ("now", Now) };
        // The row is held, so that of two who confirm at once the second counts the first.
        await connection.Command("UPDATE house_decision SET present = present WHERE id = @id", transaction, values).RunAsync(stop);
        await connection.Command("INSERT INTO decision_voice (decision_id, person_id) SELECT id, @me FROM house_decision WHERE id = @id AND runs_out_at > @now ON CONFLICT (decision_id, person_id) DO NOTHING", transaction, values).RunAsync(stop);
        var found = (await connection.Command(Waiting, transaction, values).ListAsync(Read, stop)).FirstOrDefault(d => d.Id == decision);
        if (found is not { Missing: 0 })
            return;
        await journal.WriteAsync(connection, transaction, found.Topic, JournalVoice.Members, new JournalWords(Decision: found.Told), stop);
        await connection.Command("DELETE FROM house_decision WHERE id = @id", transaction, values).RunAsync(stop);
    }, stop);

    /// <summary>Whoever told or confirmed one takes their voice back; a decision without a voice goes.</summary>
    public Task TakeBackAsync(Me me, Guid decision, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await connection.Command("DELETE FROM decision_voice WHERE decision_id = @id AND person_id = @me", transaction, ("id", decision.ToString()), ("me", me.Id.ToString())).RunAsync(stop);
        await connection.Command(DecisionRecords.Unspoken, transaction).RunAsync(stop);
        // Whoever thinks again may send the same page again.
        await RetriedActs.ForgetAsync(connection, transaction, decision.ToString(), stop);
    }, stop);

    long Now => clock.Instant.ToUnixTimeMilliseconds();

    static HouseDecision Read(DbDataReader row) => new(Guid.Parse(row.GetString(0)), Enum.Parse<JournalTopic>(row.GetString(1)),
        new RecordedDecision(row.GetString(2), DateOnly.Parse(row.GetString(3), CultureInfo.InvariantCulture), row.GetString(4), row.GetInt32(5)),
        Convert.ToInt32(row.GetValue(6), CultureInfo.InvariantCulture), Convert.ToInt32(row.GetValue(7), CultureInfo.InvariantCulture) > 0);
}
