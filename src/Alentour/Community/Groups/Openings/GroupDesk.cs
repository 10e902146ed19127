using Alentour.Community.Groups.Hearing;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Organizations;
using Alentour.Community.People;

namespace Alentour.Community.Groups.Openings;

/// <summary>A group as one of its members writes it.</summary>
/// <param name="Own">The proof that they belong to it.</param>
public sealed record WrittenGroup(OwnGroup Own, PublicGroup Shown, GroupHearing? Hearing)
{
    public MutualAidGroup Group => Shown.Group;

    /// <summary>What a published page must still say: parts of the page, agreements, how people hear each other; by their addresses.</summary>
    public IEnumerable<string> Missing =>
        PageSection.All.Where(s => !s.IsWritten(Group)).Select(s => "page/" + s.Path)
            .Concat(Shown.Agreement is { Articles.Count: > 0 } ? [] : ["accords"])
            .Concat(Shown.NeedsHearing && Hearing is null ? ["entendre"] : []);
}

/// <summary>Gives a group to those of its members who ask, shown to the world or not.</summary>
public sealed class GroupDesk(MembershipStore memberships, GroupStore groups, HearingStore hearings, IEnumerable<IPublicChange> lookers)
{
    /// <summary>What a member has just changed, a page or a date called off by storm, is so in the list of groups and in the week at once.</summary>
    public async Task TellAsync(CancellationToken stop)
    {
        foreach (var looker in lookers)
            await looker.WasMadeAsync(stop);
    }

    public async Task<WrittenGroup?> OfAsync(Me me, string slug, CancellationToken stop) =>
        await memberships.BySlugAsync(me, slug, stop) is { } own && await groups.ForMemberAsync(own, stop) is { } shown
            ? new WrittenGroup(own, shown, await hearings.OfAsync(own, stop)) : null;
}
