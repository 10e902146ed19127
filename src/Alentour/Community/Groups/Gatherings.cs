using System.Data.Common;
using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Hearing;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Groups.Openings;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups;

/// <summary>
/// The door by which a practice reaches those who gather at a meeting of a group: its members, and whoever announced a first visit. Whoever is
/// neither gets the answer of a group that is not there.
/// </summary>
public sealed class Gatherings(MembershipStore memberships, GroupStore groups, VisitDesk desk, HearingStore hearings, HouseClock clock)
{
    /// <summary>This person at their group of this slug; null when they do not belong to it, or there is none.</summary>
    public async Task<MemberThere?> ForMemberAsync(Me me, string slug, CancellationToken stop) => await ThereAsync(me, await memberships.BySlugAsync(me, slug, stop), stop);

    /// <summary>The same by the id of the group.</summary>
    public async Task<MemberThere?> ForMemberAsync(Me me, Guid group, CancellationToken stop) => await ThereAsync(me, await memberships.ByIdAsync(me, group, stop), stop);

    /// <summary>The first visit of this browser, at its group; null when it has none, or the group closed or withdrew its page.</summary>
    public async Task<VisitorThere?> ForVisitAsync(HttpRequest request, CancellationToken stop) => await ThereAsync(await desk.OfAsync(request, stop), stop);

    /// <summary>Finds a first visit by its three words and gives it to this browser, whose next request brings it.</summary>
    /// <returns>The text key of the refusal; or the visit, null when its group closed or withdrew its page.</returns>
    public async Task<(string? Refusal, VisitorThere? Visit)> FindVisitAsync(HttpContext context, string? words, CancellationToken stop)
    {
        var (refusal, visit) = await desk.FindAsync(context, words, stop);
        return (refusal, await ThereAsync(visit, stop));
    }

    /// <summary>The visit announced to this meeting under this name, capitals and accents apart; of two who bear it, the one announced first.</summary>
    public Task<Guid?> ExpectedAsync(HeldMeeting meeting, string name, CancellationToken stop) => desk.ExpectedAsync(meeting, name, stop);

    /// <summary>A group that the world may see, and its meeting when one is near.</summary>
    public async Task<(GatheredGroup Group, HeldMeeting? Now)?> ForPublicAsync(string slug, CancellationToken stop) =>
        await groups.ForPublic().BySlugAsync(slug, stop) is { } shown ? (GatheredGroup.Of(shown), Near(shown)) : null;

    /// <summary>The groups that the world may see and that have a meeting near, by name.</summary>
    public async Task<IReadOnlyList<GatheredGroup>> PublicNearAsync(CancellationToken stop) =>
        [.. (await groups.ForPublic().AllAsync(stop)).Where(g => Near(g) is not null).Select(GatheredGroup.Of).OrderBy(g => g.Name, StringComparer.CurrentCulture)];

    /// <summary>A group for whoever gathers in it, be it shown to the world or not: to be asked once one knows that they do. Null when it closed.</summary>
    public async Task<GatheredGroup?> OfAsync(Guid group, CancellationToken stop) => await groups.ForGatheredAsync(group, stop) is { } shown ? GatheredGroup.Of(shown) : null;

    /// <summary>How the group hears each other, for whoever is seated in it: to be asked once one knows that they are.</summary>
    public Task<GroupHearing?> HearingAsync(Guid group, CancellationToken stop) => hearings.ForGatheredAsync(group, stop);

    /// <summary>
    /// Whether somebody belongs to a group at this moment, in the transaction of the act that depends on it, before anything else of it: whoever
    /// leaves at the same time waits until it is done, and <see cref="IWhenMemberLeavesGroup"/> is told then.
    /// </summary>
    public Task<bool> IsMemberAsync(DbConnection connection, DbTransaction transaction, Guid group, Guid person, CancellationToken stop) =>
        MembershipStore.IsMemberAsync(connection, transaction, group, person, stop);

    /// <exception cref="RefusalException">They came less than a week ago, or left meanwhile.</exception>
    public Task RefuseNewcomersAsync(DbConnection connection, DbTransaction transaction, MemberThere member, CancellationToken stop) =>
        Standing.RefuseNewcomersAsync(connection, transaction, (member.Group.Id, member.PersonId), clock.Now.Day, stop);

    /// <exception cref="RefusalException">They hold a role, whichever.</exception>
    public Task RefuseRolesAsync(DbConnection connection, DbTransaction transaction, MemberThere member, CancellationToken stop) =>
        Pen.RefuseRolesAsync(connection, transaction, member.PersonId, "pen.refusal.role", stop);

    /// <summary>The pen of the group, for an act in its name: of two who write at once, one waits for the other.</summary>
    /// <exception cref="RefusalException">They hold a role, came less than a week ago, or left the group meanwhile.</exception>
    public Task TakePenAsync(DbConnection connection, DbTransaction transaction, MemberThere member, CancellationToken stop) =>
        Pen.TakeAsync(connection, transaction, (member.Group.Id, member.PersonId), clock.Now.Day, stop);

    async Task<MemberThere?> ThereAsync(Me me, OwnGroup? own, CancellationToken stop)
    {
        if (own is null || await groups.ForMemberAsync(own, stop) is not { } shown)
            return null;
        var (now, next) = (Near(shown), shown.Held(clock.Now.Day, clock.Now.Day.AddDays(100), clock.Zone).Where(m => m.Starts > clock.Instant));
        return new(GatheredGroup.Of(shown), me.Id, own.NameHere ?? me.ChosenName, memberships.BlockOf(me, own), [.. me.Roles.Select(r => r.Kind)], own.IsNew, now, next.FirstOrDefault(m => m != now));
    }

    async Task<VisitorThere?> ThereAsync(OwnVisit? visit, CancellationToken stop)
    {
        if (visit is null || await groups.ForVisitAsync(visit, stop) is not { } shown)
            return null;
        var now = Around(shown).FirstOrDefault(m => m.SeriesId == visit.SeriesId && m.PlannedDay == visit.Day);
        return new(GatheredGroup.Of(shown), now?.IsNear(clock.Instant) == true ? now : null, visit.Id, visit.Name, visit.PersonId) { SeriesId = visit.SeriesId, PlannedDay = visit.Day };
    }

    HeldMeeting? Near(GroupDates dates) => Around(dates).FirstOrDefault(m => m.IsNear(clock.Instant));

    /// <summary>From yesterday, since one may go on past midnight, to tomorrow, since one may begin then within the hour.</summary>
    IEnumerable<HeldMeeting> Around(GroupDates dates) => dates.Held(clock.Now.Day.AddDays(-1), clock.Now.Day.AddDays(1), clock.Zone);
}
