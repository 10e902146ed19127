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
public sealed record MemberQuote(string Language, string Text, Bilingual Signature, Bilingual Note);

/// <summary>The languages in which people are welcomed; <paramref name="Others"/> in free words.</summary>
public sealed record WelcomeLanguages(bool French, bool English, bool Signed, string? Others);

/// <summary>The person in charge of privacy (Act 25, section 3.1): words for the public, not an account.</summary>
public sealed record PrivacyOfficer(Bilingual Name, Bilingual Contact);

/// <summary>The site of one organisation: its place, its hours, its words. Only its name is ever required.</summary>
public sealed record House
{
    public Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Null while the house has not said.</summary>
    public OrganizationKind? Kind { get; init; }

    public Bilingual Tagline { get; init; } = Bilingual.Empty;
    public WelcomeLanguages? Languages { get; init; }

    /// <summary>The word for its members, in the plural: participants, personnes usagères, pairs (seed 004); empty for « membres ».</summary>
    public Bilingual MemberTerm { get; init; } = Bilingual.Empty;

    public string? Town { get; init; }
    public string? RegionCode { get; init; }
    public string? Street { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public string? Phone { get; init; }

    /// <summary>IANA name of the zone of its wall clock.</summary>
    public required string Zone { get; init; }

    public IReadOnlyList<OpeningHours> OpeningHours { get; init; } = [];
    public Bilingual Exceptions { get; init; } = Bilingual.Empty;
    public Bilingual Directions { get; init; } = Bilingual.Empty;
    public BilingualList Access { get; init; } = new(null, null);
    public Bilingual WhoDecides { get; init; } = Bilingual.Empty;
    public Bilingual Story { get; init; } = Bilingual.Empty;
    public MemberQuote? MemberQuote { get; init; }
    public int QuiltSeed { get; init; }

    /// <summary>Where « Quitter vite » leads: a weather page, unless the house chose another.</summary>
    public required Uri ExitAddress { get; init; }

    /// <summary>Null: whoever coordinates is in charge.</summary>
    public PrivacyOfficer? PrivacyOfficer { get; init; }

    /// <summary>The day its set-up ended; null while it is being prepared and shown to nobody.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>"212, rue du Quai, Rimouski", as much of it as the house gave; null for nothing.</summary>
    public string? Place => string.Join(", ", new[] { Street, Town }.OfType<string>()) is { Length: > 0 } place ? place : null;

    /// <summary>Whether a newcomer opens an account alone (false) or only with an invitation.</summary>
    public bool NewcomersNeedInvitation { get; init; }
}
