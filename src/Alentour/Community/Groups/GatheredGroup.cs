using Alentour.Community.People;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups;

/// <summary>A group as whoever gathers in it reads it, its members' words already with the typography of their language.</summary>
/// <param name="Agreements">The articles in force; none while the group has adopted none.</param>
/// <param name="AgreedOn">When they were adopted.</param>
public sealed record GatheredGroup(Guid Id, string Slug, string Name, Language Spoken, int QuiltSeed, IReadOnlyList<string> Agreements, DateOnly? AgreedOn)
{
    internal static GatheredGroup Of(PublicGroup shown)
    {
        var (group, agreement) = (shown.Group, shown.Agreement);
        return new(group.Id, group.Slug, group.Say(group.Name), group.Spoken, group.QuiltSeed, [.. (agreement?.Articles ?? []).Select(group.Say)], agreement?.AdoptedOn);
    }
}

/// <summary>One meeting that holds, moved or not, as instants: a change of clocks changes nothing of how long it lasts. A cancelled one is none.</summary>
/// <param name="PlannedDay">The day the repetition gives: with the series, what names the meeting.</param>
public sealed record HeldMeeting(Guid GroupId, Guid SeriesId, DateOnly PlannedDay, DateTimeOffset Starts, DateTimeOffset Ends)
{
    /// <summary>From one hour before it begins until it ends.</summary>
    public bool IsNear(DateTimeOffset now) => Meeting.IsNear(Starts, Ends, now);

    /// <summary>Null for a cancelled one.</summary>
    internal static HeldMeeting? Of(MeetingSeries series, Meeting meeting, TimeZoneInfo zone) => meeting.IsCancelled ? null
        : new(series.GroupId, series.Id, meeting.PlannedDay, meeting.Starts(zone), meeting.Ends(zone));
}

/// <summary>Somebody at a group of their own.</summary>
/// <param name="Name">The name they bear in it.</param>
/// <param name="QuiltSeed">Their sewn block as the group sees it.</param>
/// <param name="Roles">Roles of the organisation, always shown (R086, R092).</param>
/// <param name="IsNew">They came less than a week ago, and leave to the others what is done in the group's name.</param>
/// <param name="Now">The meeting that is near; of two, the one that began first.</param>
/// <param name="Next">The first that begins after that one, within 100 days.</param>
public sealed record MemberThere(GatheredGroup Group, Guid PersonId, string Name, int QuiltSeed, IReadOnlyList<RoleKind> Roles, bool IsNew, HeldMeeting? Now, HeldMeeting? Next);

/// <summary>Somebody who announced a first visit, at its group.</summary>
/// <param name="Now">Their meeting, when it is near; another of the group is none of theirs.</param>
/// <param name="PersonId">Their account, when they announced themself with one.</param>
public sealed record VisitorThere(GatheredGroup Group, HeldMeeting? Now, Guid VisitId, string Name, Guid? PersonId)
{
    /// <summary>The meeting to which they announced themself, near or not, with <see cref="PlannedDay"/>.</summary>
    public required Guid SeriesId { get; init; }

    public required DateOnly PlannedDay { get; init; }
}
