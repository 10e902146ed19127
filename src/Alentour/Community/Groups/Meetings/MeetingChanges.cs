using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Groups.Openings;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Meetings;

/// <summary>A date as a member changes it: cancelled when there is no new day.</summary>
/// <param name="Day">The day the repetition gives.</param>
public sealed record ChangedDate(Guid Series, DateOnly Day, DateOnly? ToDay, TimeOnly? ToTime, string? Place, string? Reason)
{
    public const int LongestWords = 200;

    /// <summary>The change as it was typed.</summary>
    /// <exception cref="RefusalException">The new day or hour cannot be read, or lies in the past.</exception>
    /// <param name="to">The new day and hour as typed, and the hour of the night that was asked back already.</param>
    public static ChangedDate Move(Guid series, DateOnly day, (string? Day, string? Time, string? Night) to, string? place, string? reason, DateOnly today)
    {
        if (!DateOnly.TryParseExact(to.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var newDay) || newDay < today || newDay > today.AddYears(1))
            throw new RefusalException("changes.refusal.day");
        if (Time(to.Time) is not { } newTime)
            throw new RefusalException("changes.refusal.time");
        if (AsksForNight(newTime, to.Time, to.Night))
            throw new RefusalException("changes.refusal.night");
        return new ChangedDate(series, day, newDay, newTime, Cut(place), Cut(reason));
    }

    /// <summary>An hour as people write it: 19:00, 19 h, 19h30; null when it cannot be read.</summary>
    public static TimeOnly? Time(string? typed) =>
        TimeOnly.TryParseExact((typed ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace('h', ':'), ["H:mm", "HH:mm", "H:"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>An hour before seven in the morning is asked back once: people write 3 h for three in the afternoon.</summary>
    /// <param name="asked">What was typed when it was asked back; null when it was not.</param>
    public static bool AsksForNight(TimeOnly time, string? typed, string? asked) => time.Hour < 7 && typed != asked;

    public static ChangedDate Cancel(Guid series, DateOnly day, string? reason) => new(series, day, null, null, null, Cut(reason));

    static string? Cut(string? words) => VisibleText.WithoutHidden(words ?? "").Trim() is { Length: > 0 } said ? VisibleText.Cut(said, LongestWords) : null;
}

/// <summary>Dates of a group's series, moved, cancelled and put back by any of its members who has been there for a week.</summary>
public sealed class MeetingChanges(Database database, PublicVersion version, HouseClock clock)
{
    const string Keep = """
        INSERT INTO meeting_change (series_id, day, to_day, to_time, place, reason) SELECT id, @day, @toDay, @toTime, @place, @reason FROM meeting_series WHERE id = @series AND group_id = @group
        ON CONFLICT (series_id, day) DO NOTHING
        """;

    const string Kept = "SELECT to_day, to_time, place, reason FROM meeting_change WHERE series_id = @series AND day = @day";

    const string PutBack = "DELETE FROM meeting_change WHERE series_id = @series AND day = @day AND series_id IN (SELECT id FROM meeting_series WHERE group_id = @group)";

    /// <summary>Changes a date that stood as planned; sent twice, it is changed once.</summary>
    /// <exception cref="RefusalException">Somebody else changed it meanwhile, in another way; or they have just come.</exception>
    public Task KeepAsync(OwnGroup group, ChangedDate change, CancellationToken stop) => WriteAsync(Keep, group, change, stop);

    /// <summary>As if nothing had been changed.</summary>
    public Task PutBackAsync(OwnGroup group, Guid series, DateOnly day, CancellationToken stop) => WriteAsync(PutBack, group, ChangedDate.Cancel(series, day, null), stop);

    /// <summary>The change, and with it when first visits to that meeting go; whoever was told has to be told again.</summary>
    Task WriteAsync(string sql, OwnGroup group, ChangedDate change, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await Standing.RefuseNewcomersAsync(connection, transaction, (group.Id, group.Mine), clock.Now.Day, stop);
        var values = new (string, object?)[]
        {
            ("group", group.Id.ToString()), ("series", change.Series.ToString()), ("day", VisitStore.Text(change.Day)), ("toDay", change.ToDay is { } d ? VisitStore.Text(d) : null),
            ("toTime", change.ToTime is { } t ? t.Hour * 60 + t.Minute : null), ("place", change.Place), ("reason", change.Reason), ("gone", await GoneAtAsync(connection, transaction, change, stop)),
        };
        await connection.Command(sql, transaction, values).RunAsync(stop);
        var kept = await connection.Command(Kept, transaction, values).ListAsync(row => Read(row, change), stop);
        if (sql == Keep && kept.Any(s => s != change))
            throw new RefusalException("changes.refusal.meanwhile");
        const string ofThisMeeting = "WHERE series_id = @series AND day = @day AND series_id IN (SELECT id FROM meeting_series WHERE group_id = @group)";
        await connection.Command($"UPDATE first_visit SET gone_at = @gone, was_told = 0 {ofThisMeeting}", transaction, values).RunAsync(stop);
        await connection.Command($"UPDATE greeter SET gone_at = @gone {ofThisMeeting}", transaction, values).RunAsync(stop);
        await version.RaiseAsync(connection, transaction, stop);
    }, stop);

    /// <summary>When visits to that date go once it is so.</summary>
    async Task<long> GoneAtAsync(DbConnection connection, DbTransaction transaction, ChangedDate change, CancellationToken stop) =>
        (await connection.Command("SELECT starts_at, minutes FROM meeting_series WHERE id = @series", transaction, ("series", change.Series.ToString()))
            .ListAsync(row => new Meeting(change.Day, change.ToDay ?? change.Day, change.ToTime ?? new TimeOnly(row.GetInt32(0) / 60, row.GetInt32(0) % 60), row.GetInt32(1), null), stop))
            .Select(held => VisitStore.GoneAt(held, clock)).FirstOrDefault();

    static ChangedDate Read(DbDataReader row, ChangedDate of) => of with
    {
        ToDay = row.IsDBNull(0) ? null : DateOnly.ParseExact(row.GetString(0), "O", CultureInfo.InvariantCulture),
        ToTime = row.IsDBNull(1) ? null : new TimeOnly(row.GetInt32(1) / 60, row.GetInt32(1) % 60),
        Place = row.IsDBNull(2) ? null : row.GetString(2),
        Reason = row.IsDBNull(3) ? null : row.GetString(3),
    };
}
