using System.Security.Cryptography;
using System.Text.Json;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>Where entries come from.</summary>
/// <param name="Key">"seeds" for the list that comes with the house, "house" for what a coordinator added, "bmlt:…" for an imported file.</param>
/// <param name="ReceivedOn">When it was last read.</param>
public sealed record ListedSource(string Key, Bilingual Name, string? Web, DateOnly ReceivedOn)
{
    public const string Seeds = "seeds";
    public const string ByHand = "house";
}

/// <summary>A weekly meeting elsewhere.</summary>
/// <param name="Reference">How its source names it.</param>
/// <param name="Hash">Of the row it came from: another hash is another meeting.</param>
/// <param name="Minutes">How long, where the source says it.</param>
/// <param name="Zone">IANA name; null for the zone of the house.</param>
/// <param name="Words">What kind of meeting, in the words of its source.</param>
public sealed record ListedMeeting(string Reference, string Hash, DayOfWeek Day, TimeOnly StartsAt, int? Minutes, string? Zone, IReadOnlyList<Bilingual> Words)
{
    /// <summary>Minutes until a meeting counts as over when its source does not say how long it lasts.</summary>
    public const int HourWhenUnsaid = 60;
}

/// <summary>What a source offers, before the finder has given it an address.</summary>
/// <param name="Reference">How its source names it.</param>
/// <param name="WantedSlug">Its address, unless another has it.</param>
public sealed record OfferedEntry(string Reference, string WantedSlug, ListedSheet Sheet, IReadOnlyList<ListedMeeting> Meetings)
{
    /// <summary>Changes when the source says something else; not with the day it was read.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { Sheet = Sheet with { FoundOn = default }, Meetings = Meetings.OrderBy(m => m.Reference, StringComparer.Ordinal) }, JsonText.Options)));
}

/// <summary>A group or resource elsewhere, as the finder keeps it.</summary>
/// <param name="Slug">Its part of the address /ressources/…, unique and stable.</param>
/// <param name="IsEdited">Whether a person of the house changed it: its source then no longer does.</param>
public sealed record ListedEntry(Guid Id, string SourceKey, string Reference, string Slug, string Hash, bool IsEdited, ListedSheet Sheet, IReadOnlyList<ListedMeeting> Meetings)
{
    /// <summary>Rises with each change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The coordinator took it away; it may be put back.</summary>
    public bool IsWithdrawn { get; init; }

    public bool IsAddedByHand => SourceKey == ListedSource.ByHand;
}
