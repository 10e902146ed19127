using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups;

/// <summary>Who runs the group (R057): said on its page, changed only by the group.</summary>
public enum GroupStewardship
{
    Members,
    Accompanied,
    Professional,
}

/// <summary>The three forms of mutual aid of seed 004, equals; a group may serve several.</summary>
public enum AidForm
{
    Personal,
    Collective,
    Rights,
}

/// <summary>How people meet.</summary>
public enum MeetingWay
{
    Room,
    Online,
    Phone,
}

/// <summary>By what people who are elsewhere come in.</summary>
public enum AfarWay
{
    Phone,
    Online,
    Either,
}

/// <summary>How one joins: at once, or when a member lets in.</summary>
public enum JoiningWay
{
    DropIn,
    OnRequest,
}

/// <summary>« Une première fois » : what a newcomer finds, in the members' words (R043).</summary>
public sealed record FirstVisitWords(string Door, string Smell, string Greeter, string Length, IReadOnlyList<string> WhatWillNotHappen, string MayLeave, string Bring, string WelcomeLine);

/// <summary>A mutual-aid group gathered round an experience that its members define. No diagnosis, no count, no rating.</summary>
public sealed class MutualAidGroup
{
    public Guid Id { get; init; }

    /// <summary>Its part of an address: lower-case ASCII words and hyphens.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>The language its members wrote the page in: "fr" or "en".</summary>
    public required string Language { get; init; }

    public required string InMembersWords { get; init; }
    public required string ForWhom { get; init; }
    public required IReadOnlyList<string> Themes { get; init; }
    public required IReadOnlyList<AidForm> Forms { get; init; }
    public GroupStewardship Stewardship { get; init; }
    public required string HostedBy { get; init; }
    public required string Training { get; init; }
    public required IReadOnlyList<string> Languages { get; init; }
    public required IReadOnlyList<MeetingWay> Ways { get; init; }
    public required string WayWords { get; init; }
    public required IReadOnlyList<string> Access { get; init; }
    public required FirstVisitWords FirstVisit { get; init; }

    /// <summary>The group's yes to « s'adresse-t-il à des personnes qui ont un stress post-traumatique après un événement récent? ».</summary>
    public bool IsForAfterAnEvent { get; init; }

    public string? Leader { get; init; }
    public string? Supervisor { get; init; }

    /// <summary>Whether the world sees the street, or only the town.</summary>
    public bool AddressIsPublic { get; init; }

    public string? Street { get; init; }
    public required string Town { get; init; }
    public required string RegionCode { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public int QuiltSeed { get; init; }
    public JoiningWay Joining { get; init; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Rises with each change by a member.</summary>
    public int Version { get; init; }

    /// <summary>A draft, or withdrawn: its members alone see it.</summary>
    public bool IsShown => PublishedAt is not null;

    public Language Spoken => LanguageCodes.Parse(Language);

    /// <summary>Words of its members with the typography of their language.</summary>
    public string Say(string words) => Spoken == Foundation.Texts.Language.English ? Typography.English(words) : Typography.French(words);

    /// <summary>The same as a sentence that another may follow.</summary>
    public string SaySentence(string words) => Say(words.Length > 0 && char.IsLetterOrDigit(words[^1]) ? words + "." : words);

    /// <summary>The address that the world may know: street and town, or the town alone.</summary>
    public string PublicPlace => AddressIsPublic && !string.IsNullOrWhiteSpace(Street) ? $"{Street}, {Town}" : Town;

    /// <summary>Whether somebody new has to ask how to join: from afar, or at a place the world does not see.</summary>
    public bool NeedsAWordFirst => !AddressIsPublic || Ways.Contains(MeetingWay.Phone) || Ways.Contains(MeetingWay.Online);

    /// <summary>Nobody meets in a room: there is no door and no address.</summary>
    public bool IsOnlyFromAfar => Ways.Count > 0 && !Ways.Contains(MeetingWay.Room);

    /// <summary>How one comes in from elsewhere.</summary>
    public AfarWay Afar => (Ways.Contains(MeetingWay.Phone), Ways.Contains(MeetingWay.Online)) switch { (true, false) => AfarWay.Phone, (false, true) => AfarWay.Online, _ => AfarWay.Either };

    /// <summary>Shows the group to the world.</summary>
    /// <exception cref="RefusalException">It is for people with post-traumatic stress and names no leader or supervisor (R048, seed 003).</exception>
    public void Publish(DateTimeOffset now)
    {
        if (IsForAfterAnEvent && (string.IsNullOrWhiteSpace(Leader) || string.IsNullOrWhiteSpace(Supervisor)))
            throw new RefusalException("group.refusal.leaderAndSupervisor");
        PublishedAt = now;
    }
}
