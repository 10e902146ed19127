using Alentour.Foundation.Texts;

namespace Alentour.Community.Organizations;

/// <summary>What kind of organisation runs the house (seed 004): where it stands says how central mutual aid is for it.</summary>
public enum OrganizationKind
{
    AlternativeResource,
    MutualAidGroup,
    OtherMission,
}

/// <summary>Words a member lent to the house and may take back.</summary>
public sealed record MemberQuote(string Language, string Text, string Signature, Bilingual Note);

/// <summary>The site of one organisation: its place, its hours, its words.</summary>
public sealed class House
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public OrganizationKind Kind { get; init; }
    public required Bilingual Tagline { get; init; }
    public required string Town { get; init; }
    public required string RegionCode { get; init; }
    public required string Street { get; init; }
    public double Lat { get; init; }
    public double Lon { get; init; }
    public string? Phone { get; init; }

    /// <summary>IANA name of the zone of its wall clock.</summary>
    public required string Zone { get; init; }

    public required IReadOnlyList<OpeningHours> OpeningHours { get; init; }
    public required Bilingual Exceptions { get; init; }
    public required Bilingual Directions { get; init; }
    public required BilingualList Access { get; init; }
    public required Bilingual WhoDecides { get; init; }
    public required Bilingual Story { get; init; }
    public MemberQuote? MemberQuote { get; init; }
    public int QuiltSeed { get; init; }

    /// <summary>Where « Quitter vite » leads: a weather page, unless the house chose another.</summary>
    public required Uri ExitAddress { get; init; }

    /// <summary>Whether a newcomer opens an account alone (false) or only with an invitation.</summary>
    public bool NewcomersNeedInvitation { get; init; }
}
