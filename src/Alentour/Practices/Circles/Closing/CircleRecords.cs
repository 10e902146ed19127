using System.Data.Common;
using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;

namespace Alentour.Practices.Circles.Closing;

/// <summary>What circles keep of a person: the seat they sit in now, and an invitation to one meeting. Both are over within the day.</summary>
sealed class CircleRecords(CircleStore circles, Gatherings gatherings) : IHoldsPersonalData, IWhenMemberLeavesGroup
{
    public IReadOnlyList<KeptKind> Kinds { get; } =
    [
        new("circleSeat", "record.circleSeat", "record.circleSeat.until") { Labels = new Dictionary<string, string> { ["name"] = "record.circleSeat.name", ["wrote"] = "record.circleSeat.wrote" } },
        new("circleArrival", "record.circleArrival", "record.circleArrival.until") { Labels = new Dictionary<string, string> { ["name"] = "record.circleSeat.name" } },
        new("circleGuest", "record.circleGuest", "record.circleGuest.until") { Labels = new Dictionary<string, string> { ["day"] = "record.circleGuest.day" } },
    ];

    public async Task<IReadOnlyList<KeptRows>> OfAsync(DbConnection connection, Guid person, CancellationToken stop) =>
    [
        await KeptRows.ReadAsync(connection, "circleSeat", "SELECT s.name, w.said AS wrote FROM circle_seat s LEFT JOIN circle_word w ON w.circle_id = s.circle_id AND w.seat_id = s.id WHERE s.person_id = @person ORDER BY w.number", person, stop),
        await KeptRows.ReadAsync(connection, "circleArrival", "SELECT name FROM circle_arrival WHERE person_id = @person ORDER BY id", person, stop),
        await KeptRows.ReadAsync(connection, "circleGuest", "SELECT day FROM meeting_guest WHERE person_id = @person ORDER BY day", person, stop),
    ];

    /// <summary>The seat goes with all it wrote, as if its person had left; and they wait at no threshold.</summary>
    public async Task ForgetAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop)
    {
        // Membership and invitation first and the circle then, as whoever takes a seat does: two who wait for each other would both fail.
        foreach (var group in await connection.Command("SELECT DISTINCT c.group_id FROM circle_seat s JOIN circle c ON c.id = s.circle_id WHERE s.person_id = @person ORDER BY c.group_id", transaction, ("person", person.ToString()))
            .ListAsync(row => Guid.Parse(row.GetString(0)), stop))
            await gatherings.IsMemberAsync(connection, transaction, group, person, stop);
        await connection.Command("DELETE FROM meeting_guest WHERE person_id = @person", transaction, ("person", person.ToString())).RunAsync(stop);
        await circles.ForgetAsync(connection, transaction, "s.person_id = @person", person, Guid.Empty, stop);
        await connection.Command("DELETE FROM circle_arrival WHERE person_id = @person", transaction, ("person", person.ToString())).RunAsync(stop);
    }

    /// <summary>Whoever left the group sits in its circle no longer.</summary>
    public async Task LeftAsync(DbConnection connection, DbTransaction transaction, Guid group, Guid person, CancellationToken stop)
    {
        await circles.ForgetAsync(connection, transaction, "s.person_id = @person AND c.group_id = @group", person, group, stop);
        await circles.CloseOfAsync(connection, transaction, group, stop);
    }
}

/// <summary>Invitations to meetings that are over.</summary>
sealed class SweepGuests(Database database) : INightly
{
    public string Name => "circles.guests";

    public Task RunAsync(DateTimeOffset now, CancellationToken stop) => database.WriteAsync((connection, transaction) =>
        connection.Command("DELETE FROM meeting_guest WHERE gone_at <= @now", transaction, ("now", now.ToUnixTimeMilliseconds())).RunAsync(stop), stop);
}
