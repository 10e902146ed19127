namespace Alentour.Community.People.WaysBack;

/// <summary>A way back as it is begun.</summary>
sealed record Begun(Guid Id, Guid? PersonId, string? AskedName, string Lookup, string Opening);

/// <summary>
/// The way back of somebody who has no way in left. One who shares a group with them begins it and hands over six words; a second one
/// confirms after seeing or hearing them; for 72 hours every open session of the person shows it and may stop it once.
/// </summary>
/// <param name="PersonId">Null when the name asked for is borne by nobody, or by several, outside all groups: it leads nowhere.</param>
/// <param name="StoppedBy">The session that stopped it, until both have confirmed again.</param>
public sealed record WayBack(Guid Id, Guid? PersonId, string? AskedName, Guid StarterId, Guid? ConfirmerId, DateTimeOffset? ConfirmedAt, Guid? StoppedBy, bool StarterAgain, bool ConfirmerAgain)
{
    /// <summary>How long it is shown before the words open the door.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromHours(72);

    /// <summary>How long the words stay good afterwards, and an unconfirmed request waits.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromDays(14);

    /// <summary>What the first two of its words are known by.</summary>
    public string Opening { get; init; } = "";

    public bool IsStopped => StoppedBy is not null;

    public DateTimeOffset? OpensAt => IsStopped ? null : ConfirmedAt + Shown;

    /// <summary>Whether this person may confirm: not the one who began it, and not one who said yes already.</summary>
    public bool MayConfirm(Guid me) => !IsStopped ? ConfirmerId is null && me != StarterId : me == StarterId && !StarterAgain || me == ConfirmerId && !ConfirmerAgain;
}
