using System.Data.Common;
using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;

namespace Alentour.Practices.Circles.Opening;

/// <summary>Somebody who holds a role, as a group invited them to one meeting.</summary>
public sealed record NamedGuest(Guid PersonId, string Name, int QuiltSeed, IReadOnlyList<RoleKind> Roles);

/// <summary>
/// Whom a group invites to one meeting from among those who hold a role (their names and roles are public). Without it no role sees that the
/// group meets in a circle; with it they sit there, shown as what they are, for that meeting alone.
/// </summary>
public sealed class GuestStore(Database database, RoleHolders holders, Gatherings gatherings, CircleStore circles)
{
    /// <summary>Those who may be invited: everybody who holds a role.</summary>
    public async Task<IReadOnlyList<NamedGuest>> MayComeAsync(CancellationToken stop) =>
        [.. (await holders.ForPublicAsync(stop)).GroupBy(h => h.Id).Select(g => new NamedGuest(g.Key, g.First().ChosenName, g.First().QuiltSeed, [.. g.Select(h => h.Role.Kind)]))];

    /// <summary>Whom the group invited to this meeting.</summary>
    public async Task<IReadOnlyList<NamedGuest>> OfAsync(HeldMeeting meeting, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var invited = (await connection.Command("SELECT person_id FROM meeting_guest WHERE series_id = @series AND day = @day", null, Values(meeting)).ListAsync(row => Guid.Parse(row.GetString(0)), stop)).ToHashSet();
        return invited.Count == 0 ? [] : [.. (await MayComeAsync(stop)).Where(g => invited.Contains(g.PersonId))];
    }

    /// <summary>Invites, or takes the invitation back; a guest who sits there already sits there no longer.</summary>
    /// <exception cref="RefusalException">Whoever presses may not act in the group's name, or the person holds no role any more.</exception>
    public Task InviteAsync(MemberThere there, HeldMeeting meeting, Guid guest, bool comes, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await gatherings.TakePenAsync(connection, transaction, there, stop);
        (string, object?)[] values = [.. Values(meeting), ("person", guest.ToString()), ("gone", (meeting.Ends + Circle.Overtime).ToUnixTimeMilliseconds())];
        await connection.Command(comes
            ? "INSERT INTO meeting_guest (series_id, day, person_id, gone_at) SELECT @series, @day, @person, @gone WHERE EXISTS (SELECT 1 FROM held_role WHERE person_id = @person) ON CONFLICT DO NOTHING"
            : "DELETE FROM meeting_guest WHERE series_id = @series AND day = @day AND person_id = @person", transaction, values).RunAsync(stop);
        if (!comes)
            await circles.ForgetAsync(connection, transaction, "s.person_id = @person AND s.kind = 'Guest' AND c.group_id = @group", guest, there.Group.Id, stop);
    }, stop);

    /// <summary>Whether this person is a guest of that meeting.</summary>
    internal static async Task<bool> IsGuestAsync(DbConnection connection, (Guid Series, DateOnly Day) meeting, Guid person, CancellationToken stop) =>
        (await connection.Command("SELECT 1 FROM meeting_guest WHERE series_id = @series AND day = @day AND person_id = @person", null, Values(meeting, person)).ListAsync(_ => true, stop)).Count > 0;

    /// <summary>The same in the transaction in which they come: whoever takes the invitation back at that moment waits.</summary>
    internal static async Task<bool> TakeGuestAsync(DbConnection connection, DbTransaction transaction, (Guid Series, DateOnly Day) meeting, Guid person, CancellationToken stop)
    {
        await using var take = connection.Command("UPDATE meeting_guest SET gone_at = gone_at WHERE series_id = @series AND day = @day AND person_id = @person", transaction, Values(meeting, person));
        return await take.ExecuteNonQueryAsync(stop) > 0;
    }

    static (string, object?)[] Values((Guid Series, DateOnly Day) meeting, Guid person) => [("series", meeting.Series.ToString()), ("day", SeatRows.Text(meeting.Day)), ("person", person.ToString())];

    static (string, object?)[] Values(HeldMeeting meeting) => [("series", meeting.SeriesId.ToString()), ("day", SeatRows.Text(meeting.PlannedDay))];
}
