using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles.Closing;

/// <summary>One number that somebody typed for a meeting, for the group's own report.</summary>
public sealed record MeetingTally(DateOnly Day, int Number);

/// <summary>The numbers a group typed at closing, where it chose to. Members of the group alone read and correct them; the machine counts nothing.</summary>
public sealed class TallyStore(Database database, HouseClock clock)
{
    const string Keep = "INSERT INTO meeting_tally (group_id, day, number) VALUES (@group, @day, @number) ON CONFLICT (group_id, day) DO UPDATE SET number = excluded.number";

    public async Task<IReadOnlyList<MeetingTally>> ForMemberAsync(MemberThere there, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command("SELECT day, number FROM meeting_tally WHERE group_id = @group ORDER BY day DESC LIMIT 12", null, ("group", there.Group.Id.ToString()))
            .ListAsync(row => new MeetingTally(SeatRows.Day(row.GetString(0)), row.GetInt32(1)), stop);
    }

    /// <summary>Corrects a number that stands there, or takes it away.</summary>
    /// <exception cref="RefusalException">It is no number, or whoever presses may not act in the group's name.</exception>
    public Task CorrectAsync(MemberThere there, Gatherings gatherings, DateOnly day, string? typed, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await gatherings.TakePenAsync(connection, transaction, there, stop);
        var values = new (string, object?)[] { ("group", there.Group.Id.ToString()), ("day", SeatRows.Text(day)), ("number", Number(typed)) };
        await connection.Command(Number(typed) is null ? "DELETE FROM meeting_tally WHERE group_id = @group AND day = @day" : "UPDATE meeting_tally SET number = @number WHERE group_id = @group AND day = @day", transaction, values).RunAsync(stop);
    }, stop);

    /// <summary>Keeps what was typed at closing, where the group chose so, under the day on which it was held; nothing typed keeps nothing.</summary>
    internal async Task KeepAsync(DbConnection connection, DbTransaction transaction, Circle circle, string? typed, CancellationToken stop)
    {
        if (circle.AsksNumber && Number(typed) is { } number)
            await connection.Command(Keep, transaction, ("group", circle.GroupId.ToString()), ("day", SeatRows.Text(WallClock.ToLocal(circle.EndsAt, clock.Zone).Day)), ("number", number)).RunAsync(stop);
    }

    static int? Number(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 999 ? number : throw new RefusalException("circle.refusal.number");
}
