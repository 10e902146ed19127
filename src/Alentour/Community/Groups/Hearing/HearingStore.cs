using System.Data.Common;
using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Groups.Openings;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Hearing;

/// <summary>
/// How a group hears each other: for its members as they write it; for members and for an announced visit from one hour before a meeting
/// until its end. Nobody else has a way in.
/// </summary>
public sealed class HearingStore(Database database, HouseClock clock)
{
    /// <summary>For whoever writes it, at any time.</summary>
    public Task<GroupHearing?> OfAsync(OwnGroup group, CancellationToken stop) => ReadAsync(group.Id, stop);

    /// <summary>For a member when a meeting is near; null at any other time.</summary>
    public async Task<GroupHearing?> NowAsync(OwnGroup group, GroupDates dates, CancellationToken stop) =>
        dates.Meetings(clock.Now.Day.AddDays(-1), clock.Now.Day.AddDays(1)).Any(IsNear) ? await ReadAsync(group.Id, stop) : null;

    /// <summary>For a first visit when its meeting is near, after the greeter's yes where the group asks it; null otherwise.</summary>
    public async Task<GroupHearing?> NowAsync(OwnVisit visit, PublicGroup shown, CancellationToken stop) =>
        visit.IsAccepted && shown.Series.Where(s => s.Id == visit.SeriesId).SelectMany(s => s.Meetings(clock.Now.Day.AddDays(-1), clock.Now.Day.AddDays(1))).Any(m => m.PlannedDay == visit.Day && IsNear(m))
            ? await ReadAsync(shown.Group.Id, stop) : null;

    /// <summary>For whoever is seated, as long as they are, be it past the hour; <see cref="Gatherings"/> alone asks it.</summary>
    internal Task<GroupHearing?> ForGatheredAsync(Guid group, CancellationToken stop) => ReadAsync(group, stop);

    /// <exception cref="RefusalException">Meetings are announced that would be left without a way, or the pen is not theirs.</exception>
    public Task KeepAsync(OwnGroup group, GroupHearing? hearing, bool isNeeded, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await Pen.TakeAsync(connection, transaction, group, clock.Now.Day, stop);
        if (hearing is null && isNeeded)
            throw new RefusalException("hearing.refusal.needed");
        await connection.Command("DELETE FROM group_hearing WHERE group_id = @group", transaction, ("group", group.Id.ToString())).RunAsync(stop);
        if (hearing is not null)
            await connection.Command("INSERT INTO group_hearing (group_id, phone, code, link) VALUES (@group, @phone, @code, @link)", transaction,
                ("group", group.Id.ToString()), ("phone", hearing.Phone), ("code", hearing.Code), ("link", hearing.Link)).RunAsync(stop);
    }, stop);

    bool IsNear(Meeting meeting) => meeting.IsHeardAt(clock.Instant, clock.Zone);

    async Task<GroupHearing?> ReadAsync(Guid group, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command("SELECT phone, code, link FROM group_hearing WHERE group_id = @group", null, ("group", group.ToString()))
            .ListAsync(row => new GroupHearing(Text(row, 0), Text(row, 1), Text(row, 2)), stop)).FirstOrDefault();
    }

    static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
