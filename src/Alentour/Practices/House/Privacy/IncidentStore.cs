using System.Data.Common;
using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.House.Privacy;

/// <summary>The register of incidents. For the coordination alone, who shows it to the Commission d'accès à l'information when asked.</summary>
public sealed class IncidentStore(Database database, RetriedActs retried, HouseClock clock)
{
    /// <summary>The newest first; none for anybody else.</summary>
    public async Task<IReadOnlyList<Incident>> ForStaffAsync(Me me, CancellationToken stop)
    {
        if (!me.Holds(RoleKind.Coordinator))
            return [];
        await using var connection = await database.OpenAsync(stop);
        var earlier = (await connection.Command("SELECT incident_id, until, words FROM incident_earlier ORDER BY id DESC").ListAsync(
            row => (Of: row.GetString(0), Was: new EarlierWords(Day(row.GetString(1)), row.GetJson<IncidentWords>(2))), stop)).ToLookup(e => e.Of, e => e.Was);
        return await connection.Command("SELECT id, words, written_on, version FROM incident ORDER BY known_on DESC, id DESC").ListAsync(
            row => new Incident(Guid.Parse(row.GetString(0)), row.GetJson<IncidentWords>(1), Day(row.GetString(2)), row.GetInt32(3), [.. earlier[row.GetString(0)]]), stop);
    }

    /// <summary>A new entry; a form sent twice writes one.</summary>
    public Task WriteAsync(Me me, IncidentWords words, string? key, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var form = new SentForm("incident", me.Id, key);
        if (await retried.LedToAsync(connection, transaction, form, stop) is not null)
            return;
        await connection.Command("INSERT INTO incident (id, words, known_on, written_on, version) VALUES (@id, @words, @known, @day, 1)", transaction,
            ("id", Ids.New().ToString()), ("words", Commands.Json(words)), ("known", Text(words.KnownOn)), ("day", Text(clock.Now.Day))).RunAsync(stop);
        await retried.KeepAsync(connection, transaction, form, "/reglages/incidents", stop);
    }, stop);

    /// <summary>Corrects an entry; what it said before stays beside it.</summary>
    /// <param name="seen">The version that the form was filled in over.</param>
    /// <exception cref="RefusalException">Somebody else corrected it meanwhile, or it is gone.</exception>
    public Task CorrectAsync(Guid id, int seen, IncidentWords words, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var was = await connection.Command("SELECT words FROM incident WHERE id = @id", transaction, ("id", id.ToString())).ListAsync(row => row.GetJson<IncidentWords>(0), stop);
        await using var correct = connection.Command("UPDATE incident SET words = @words, known_on = @known, version = version + 1 WHERE id = @id AND version = @seen", transaction,
            ("words", Commands.Json(words)), ("known", Text(words.KnownOn)), ("id", id.ToString()), ("seen", seen));
        if (await correct.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException("incident.refusal.meanwhile");
        if (was[0] != words)
            await connection.Command("INSERT INTO incident_earlier (id, incident_id, until, words) VALUES (@id, @incident, @day, @words)", transaction,
                ("id", Ids.New().ToString()), ("incident", id.ToString()), ("day", Text(clock.Now.Day)), ("words", Commands.Json(was[0]))).RunAsync(stop);
    }, stop);

    static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>Each night: entries that were kept for five years.</summary>
sealed class SweepIncidents(Database database) : INightly
{
    public string Name => "house-incidents";

    public Task RunAsync(DateTimeOffset now, CancellationToken stop) => database.WriteAsync((connection, transaction) =>
        connection.Command("DELETE FROM incident WHERE known_on < @day", transaction,
            ("day", DateOnly.FromDateTime(now.UtcDateTime).AddYears(-IncidentWords.YearsKept).ToString("O", CultureInfo.InvariantCulture))).RunAsync(stop), stop);
}
