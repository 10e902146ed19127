using System.Text.Json.Serialization;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>A weekly hour, for an entry whose source gives one.</summary>
public sealed record WeeklyHour(DayOfWeek Day, TimeOnly StartsAt);

/// <summary>What a result shows of an entry, kept ready in the index.</summary>
/// <param name="Sentence">One sentence of what it is.</param>
/// <param name="Where">Place and town, as far as the world may know.</param>
/// <param name="Tongues">Mask of <see cref="Listings.Tongues"/>.</param>
/// <param name="From">The document or feed it comes from; null for a group of the house.</param>
/// <param name="IsFromDocument">Whether it was read in a document and not received from a feed.</param>
/// <param name="Zone">Of its hours, where it is not that of the house.</param>
public sealed record FinderCard(
    EntryKind Kind, string Slug, Bilingual Title, Bilingual? Sentence, Bilingual? Where, Ways Ways, int Tongues, AccessNeeds Access, Stewardship? RunBy, int Quilt)
{
    public Bilingual? From { get; init; }
    public bool IsFromDocument { get; init; }
    public string? Web { get; init; }
    public DateOnly FoundOn { get; init; }
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>When a person of the house wrote it by hand; null for the words of its source.</summary>
    public DateOnly? WrittenOn { get; init; }
    public IReadOnlyList<WeeklyHour> Weekly { get; init; } = [];
    public string? Zone { get; init; }

    /// <summary>For a group of the house: what it says of access, the first lines in its words.</summary>
    public IReadOnlyList<string> AccessSaid { get; init; } = [];

    /// <summary>When a feed last brought it; null when it was read in a document, or is of the house.</summary>
    [JsonIgnore]
    public DateOnly? ReceivedOn => IsFromDocument || IsOfTheHouse ? null : FoundOn;

    [JsonIgnore]
    public string Path => Kind switch { EntryKind.HouseGroup => "/groupes/", EntryKind.HouseActivity => "/activites/", _ => "/ressources/" } + Slug;

    [JsonIgnore]
    public bool IsOfTheHouse => Kind is EntryKind.HouseGroup or EntryKind.HouseActivity;

    /// <summary>Announced by the organisation, and always said to be (R085).</summary>
    [JsonIgnore]
    public bool IsActivity => Kind == EntryKind.HouseActivity;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FinderCard))]
sealed partial class FinderJson : JsonSerializerContext;
