using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>What an entry is; the numbers are their order in a list. The first is a group of this house, the second what its organisation announces.</summary>
public enum EntryKind
{
    HouseGroup,
    HouseActivity,
    Group,
    Resource,
    Rights,
}

/// <summary>How people meet; several at once is mixed.</summary>
[Flags]
public enum Ways
{
    None = 0,
    Room = 1,
    Online = 2,
    Phone = 4,
    FromAfar = Online | Phone,
}

/// <summary>Who runs a group elsewhere (R041, R057), where its source says so.</summary>
public enum Stewardship
{
    Members,
    Accompanied,
    Professional,
}

/// <summary>
/// The sheet of an entry, in the plain words of seed 003: for whom, when, who runs it, training needed. What its source does not say stays null.
/// </summary>
public sealed record ListedSheet
{
    public EntryKind Kind { get; init; }
    public required Bilingual Name { get; init; }
    public Bilingual? Summary { get; init; }
    public Bilingual? ForWhom { get; init; }
    public Bilingual? When { get; init; }
    public Bilingual? WhoRuns { get; init; }
    public Bilingual? Training { get; init; }
    public Ways Ways { get; init; }
    public Bilingual? Area { get; init; }

    /// <summary>Name of the place and street, without the town.</summary>
    public string? Place { get; init; }
    public string? Town { get; init; }

    /// <summary>Codes of administrative regions.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];
    public double? Lat { get; init; }
    public double? Lon { get; init; }

    /// <summary>Codes of <see cref="Tongues"/>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
    public AccessNeeds Access { get; init; }
    public BilingualList? Themes { get; init; }
    public string? Web { get; init; }

    /// <summary>As people read it, with an extension where there is one.</summary>
    public string? Phone { get; init; }
    public bool IsFree { get; init; }
    public Stewardship? Stewardship { get; init; }

    /// <summary>The document it was read in; null when it came from a feed, whose name stands with the source.</summary>
    public Bilingual? Document { get; init; }

    /// <summary>Whether someone in Quebec may take part from anywhere.</summary>
    public bool IsOpenToAllQuebec { get; init; }

    /// <summary>When it was read in its document, or received.</summary>
    public DateOnly FoundOn { get; init; }

    /// <summary>When a person of the house last wrote it by hand; null for the words of its source.</summary>
    public DateOnly? EditedOn { get; init; }

    /// <summary>When a person last checked it with those concerned.</summary>
    public DateOnly? VerifiedOn { get; init; }
}
