using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Listings;

/// <summary>/ressources/{slug}: the sheet of a group or resource elsewhere, with its source and what it may be relied on for.</summary>
public sealed class ResourceModel(ListingStore listings, HouseClock clock, Words words) : PageModel
{
    public ListedEntry Entry { get; private set; } = null!;

    public ListedSource Source { get; private set; } = null!;

    public ListedSheet Sheet => Entry.Sheet;

    public bool IsFromDocument => Sheet.Document is not null;

    public string Trust => TrustWords.Say(words, IsFromDocument, IsFromDocument ? Sheet.FoundOn : Source.ReceivedOn, Sheet.VerifiedOn, clock.Now.Day);

    /// <summary>Where it comes from, and when it was read.</summary>
    public string From => words["resource.from", ("source", words.Of(Sheet.Document ?? Source.Name)),
        ("date", DateWords.Date(IsFromDocument ? Sheet.FoundOn : Source.ReceivedOn, words.Language))];

    /// <summary>Parts of the sheet that the source speaks of: the end of a text key, and what it says.</summary>
    public IEnumerable<(string Key, Bilingual Text)> Parts =>
        new (string, Bilingual?)[] { ("forWhom", Sheet.ForWhom), ("when", Sheet.When), ("whoRuns", Sheet.WhoRuns), ("training", Sheet.Training) }
            .Where(p => p.Item2 is { IsEmpty: false }).Select(p => (p.Item1, p.Item2!));

    public string Place => string.Join(", ", new[] { Sheet.Place, Sheet.Town, Sheet.Area is null ? null : words.Of(Sheet.Area) }.OfType<string>().Distinct());

    /// <summary>"jeudi, de 19 h à 20 h 30", in its own zone.</summary>
    public string Hours(ListedMeeting meeting)
    {
        var weekday = DateWords.Weekday(meeting.Day, words.Language);
        var hours = meeting.Minutes is { } minutes
            ? DateWords.Span(meeting.StartsAt, meeting.StartsAt.AddMinutes(minutes), words.Language)
            : words["resource.at", ("time", DateWords.Time(meeting.StartsAt, words.Language))];
        var zone = meeting.Zone is { } other && other != clock.Zone.Id ? words["finder.inZone", ("zone", other.Split('/')[^1].Replace('_', ' '))] : "";
        return $"{weekday}, {hours}{zone}";
    }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (slug.Length > 100 || slug.Contains('\0') || await listings.BySlugAsync(slug, stop) is not var (entry, source))
            return NotFound();
        (Entry, Source) = (entry, source);
        return Page();
    }
}
