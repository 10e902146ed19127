using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Activities;

/// <summary>The activities in the database, all at level Open, and what whoever announces them does with them.</summary>
public sealed class ActivityStore(Database database, PublicVersion version, RetriedActs retried, HouseClock clock, IEnumerable<IPublicChange> changes) : IHouseAgenda
{
    const string Columns = "SELECT id, slug, sheet, version, withdrawn_at FROM activity ";

    public async Task<IReadOnlyList<AnnouncedActivity>> ForPublicAsync(DateOnly from, DateOnly to, CancellationToken stop) =>
        [.. (await AllAsync(stop)).Where(a => !a.IsWithdrawn).Select(a => a.Announce(from, to)).Where(a => a.Dates.Count > 0)];

    /// <summary>The activity at this address, unless it is withdrawn.</summary>
    public async Task<Activity?> BySlugForPublicAsync(string slug, CancellationToken stop) => await AtAsync(slug, stop) is { IsWithdrawn: false } activity ? activity : null;

    /// <summary>Every activity, withdrawn ones too: for whoever announces them.</summary>
    public async Task<IReadOnlyList<Activity>> AllAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command(Columns).ListAsync(Read, stop);
    }

    /// <summary>Withdrawn or not: for whoever announces them.</summary>
    public async Task<Activity?> AtAsync(string slug, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await AtAsync(connection, null, slug, stop);
    }

    /// <summary>Announces an activity and returns its address. The same form sent twice announces one.</summary>
    public Task<string> AddAsync(Me me, ActivitySheet sheet, string? key, CancellationToken stop) => RunAsync(async (connection, transaction) =>
    {
        var form = new SentForm("activity", me.Id, key);
        if (await retried.LedToAsync(connection, transaction, form, stop) is { } done)
            return done;
        var slug = await FreeSlugAsync(connection, transaction, sheet.Title, stop);
        await InsertAsync(connection, transaction, slug, sheet, stop);
        await retried.KeepAsync(connection, transaction, form, slug, stop);
        return slug;
    }, stop);

    internal static Task InsertAsync(DbConnection connection, DbTransaction transaction, string slug, ActivitySheet sheet, CancellationToken stop) =>
        connection.Command("INSERT INTO activity (id, slug, sheet) VALUES (@id, @slug, @sheet)", transaction,
            ("id", Ids.New().ToString()), ("slug", slug), ("sheet", Commands.Json(sheet))).RunAsync(stop);

    /// <param name="seen">The version the form was shown with.</param>
    /// <exception cref="RefusalException">Somebody else changed it meanwhile.</exception>
    public Task EditAsync(string slug, int seen, ActivitySheet sheet, CancellationToken stop) =>
        ChangeAsync(slug, known => Commands.Json(known.Sheet) == Commands.Json(sheet) || known.Version == seen ? sheet : throw new RefusalException("activities.refusal.changedMeanwhile"), stop);

    /// <summary>Cancels or moves one day, or undoes that.</summary>
    public Task ChangeDayAsync(string slug, DateOnly day, DateOnly? toDay, TimeOnly? at, bool isUndone, CancellationToken stop) =>
        ChangeAsync(slug, known => known.Sheet.WithChange(day, toDay, at, isUndone, clock.Now.Day), stop);

    public Task SetWithdrawnAsync(string slug, bool isWithdrawn, CancellationToken stop) => RunAsync(async (connection, transaction) =>
    {
        await connection.Command("UPDATE activity SET withdrawn_at = @at, version = version + 1 WHERE slug = @slug", transaction,
            ("at", isWithdrawn ? clock.Instant.ToUnixTimeMilliseconds() : null), ("slug", slug)).RunAsync(stop);
        return slug;
    }, stop);

    Task<string> ChangeAsync(string slug, Func<Activity, ActivitySheet> change, CancellationToken stop) => RunAsync(async (connection, transaction) =>
    {
        var known = await AtAsync(connection, transaction, slug, stop) ?? throw new RefusalException("activities.refusal.gone");
        await connection.Command("UPDATE activity SET sheet = @sheet, version = version + 1 WHERE slug = @slug", transaction, ("sheet", Commands.Json(change(known))), ("slug", slug)).RunAsync(stop);
        return slug;
    }, stop);

    async Task<string> RunAsync(Func<DbConnection, DbTransaction, Task<string>> act, CancellationToken stop)
    {
        var slug = await database.WriteAsync(async (connection, transaction) =>
        {
            // Raised first: every other change waits here until this one has ended.
            await version.RaiseAsync(connection, transaction, stop);
            return await act(connection, transaction);
        }, stop);
        version.LookAgain();
        foreach (var change in changes)
            await change.WasMadeAsync(stop);
        return slug;
    }

    static async Task<string> FreeSlugAsync(DbConnection connection, DbTransaction transaction, Bilingual title, CancellationToken stop)
    {
        var taken = (await connection.Command("SELECT slug FROM activity", transaction).ListAsync(r => r.GetString(0), stop)).ToHashSet();
        var plain = PlainLetters.Slug(title.In(Language.French)) is { Length: > 0 } slug ? slug : "activite";
        var free = plain;
        // « annonces » is the page of whoever announces.
        for (var number = 2; free == "annonces" || taken.Contains(free); number++)
            free = $"{plain}-{number}";
        return free;
    }

    static async Task<Activity?> AtAsync(DbConnection connection, DbTransaction? transaction, string slug, CancellationToken stop) =>
        slug.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')) ? null
        : (await connection.Command(Columns + "WHERE slug = @slug", transaction, ("slug", slug)).ListAsync(Read, stop)).FirstOrDefault();

    static Activity Read(DbDataReader row) => new(Guid.Parse(row.GetString(0)), row.GetString(1), row.GetJson<ActivitySheet>(2), row.GetInt32(3), !row.IsDBNull(4));
}
