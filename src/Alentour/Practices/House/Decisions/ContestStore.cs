using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;

namespace Alentour.Practices.House.Decisions;

/// <summary>Members who say that a decision of the journal was not so, once each; the journal tells the fact, never who nor how many.</summary>
public sealed class ContestStore(Database database, HouseJournal journal, PublicVersion version, HouseClock clock)
{
    /// <summary>The entries of the journal that somebody contests.</summary>
    public async Task<IReadOnlySet<Guid>> ForPublicAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command("SELECT DISTINCT entry_id FROM decision_contest").ListAsync(r => Guid.Parse(r.GetString(0)), stop)).ToHashSet();
    }

    /// <summary>The decisions of the journal, the newest first.</summary>
    public async Task<IReadOnlyList<StandingDecision>> ForMemberAsync(Me me, CancellationToken stop)
    {
        var contested = await ForPublicAsync(stop);
        await using var connection = await database.OpenAsync(stop);
        var mine = await connection.Command("SELECT entry_id FROM decision_contest WHERE person_id = @me", null, ("me", me.Id.ToString())).ListAsync(r => Guid.Parse(r.GetString(0)), stop);
        return [.. from entry in await journal.ForPublicAsync(stop)
                   where entry.Words.Decision is not null
                   select new StandingDecision(entry, contested.Contains(entry.Id), mine.Contains(entry.Id))];
    }

    /// <summary>Contests a decision of the journal; twice is once.</summary>
    /// <exception cref="Foundation.Texts.RefusalException">The person does not speak here (<see cref="Voices"/>).</exception>
    public Task ContestAsync(Me me, Guid entry, CancellationToken stop)
    {
        me.MustSpeakAsMember(clock.Now.Day);
        return WriteAsync("INSERT INTO decision_contest (entry_id, person_id) SELECT id, @me FROM journal_entry WHERE id = @entry AND decision IS NOT NULL ON CONFLICT (entry_id, person_id) DO NOTHING", me, entry, stop);
    }

    public Task TakeBackAsync(Me me, Guid entry, CancellationToken stop) => WriteAsync("DELETE FROM decision_contest WHERE entry_id = @entry AND person_id = @me", me, entry, stop);

    async Task WriteAsync(string sql, Me me, Guid entry, CancellationToken stop)
    {
        await database.WriteAsync(async (connection, transaction) =>
        {
            await connection.Command(sql, transaction, ("entry", entry.ToString()), ("me", me.Id.ToString())).RunAsync(stop);
            await version.RaiseAsync(connection, transaction, stop);
        }, stop);
        version.LookAgain();
    }
}
