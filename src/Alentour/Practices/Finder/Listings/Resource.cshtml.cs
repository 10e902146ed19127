using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Listings;

/// <summary>/ressources/{slug}: a group or a resource elsewhere, with what its source says and when somebody last checked it.</summary>
public sealed class ResourceModel(ListingStore listings, HouseClock clock, Words words) : PageModel
{
    ListedSource _source = null!;

    public ListedEntry Entry { get; private set; } = null!;

    /// <summary>From the random end of the id, as in lists.</summary>
    public int Quilt => Entry.Id.ToByteArray()[15] % 96;

    /// <summary>What ?quoi= calls this kind.</summary>
    public string WhatCode => Entry.Sheet.Kind switch { EntryKind.Group => "groupes", EntryKind.Rights => "droits", _ => "ressources" };

    public string Verified => VerifiedWords.Say(Entry.Sheet.VerifiedOn, Entry.Sheet.Document is null ? _source.ReceivedOn : null, clock.Now.Day, words, Entry.Sheet.EditedOn);

    /// <summary>The sheet of seed 003, in plain words; a line for each thing that the source says.</summary>
    public IEnumerable<(string Key, string Fact)> Facts => SheetWords.Of(Entry.Sheet, words);

    public Uri? Web => Uri.TryCreate(Entry.Sheet.Web, UriKind.Absolute, out var web) && web.Scheme is "http" or "https" ? web : null;

    public string Source => Entry switch
    {
        { IsAddedByHand: true } => words["resource.addedByHand", ("date", Date(Entry.Sheet.FoundOn))],
        { Sheet.Document: { } document } => words["resource.foundIn", ("source", words.Of(document)), ("date", Date(Entry.Sheet.FoundOn))],
        _ => words["resource.received", ("source", words.Of(_source.Name)), ("date", Date(_source.ReceivedOn))],
    };

    /// <summary>That the words here are no longer those of the source; null while they are.</summary>
    public string? WrittenByHand => Entry is { IsAddedByHand: false, Sheet.EditedOn: { } day } ? words["resource.editedByHand", ("date", Date(day))] : null;

    /// <summary>What the telephone dials; null when the number cannot be dialled as it is written.</summary>
    public string? Dial => DialledNumber.Of(Entry.Sheet.Phone);

    /// <summary>Each weekly meeting, with the words of its source.</summary>
    public IEnumerable<(string Hour, string Words)> Hours => Entry.Meetings.Select(m => (Hour(m), string.Join(", ", m.Words.Select(words.Of))));

    /// <summary>By its own wall clock; an end only where the source gives one.</summary>
    string Hour(ListedMeeting meeting)
    {
        var weekday = DateWords.Weekday(meeting.Day, words.Language);
        var hours = meeting.Minutes is { } minutes
            ? $"{weekday} {DateWords.Span(meeting.StartsAt, meeting.StartsAt.AddMinutes(minutes), words.Language)}"
            : words["finder.weeklyHour", ("day", weekday), ("time", DateWords.Time(meeting.StartsAt, words.Language))];
        return meeting.Zone is { } zone && zone != clock.Zone.Id ? hours + words["finder.inZone", ("zone", zone.Split('/')[^1].Replace('_', ' '))] : hours;
    }

    string Date(DateOnly day) => DateWords.Date(day, words.Language);

    /// <param name="slug">Null when the address holds nothing but spaces.</param>
    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken stop)
    {
        if (slug is null || await listings.BySlugAsync(slug, stop) is not var (entry, source))
            return NotFound();
        (Entry, _source) = (entry, source);
        return Page();
    }

    /// <summary>The language of a text that is not in that of the page.</summary>
    public string? Lang(Bilingual text) => text.Spoken(words.Language) is var spoken && spoken != words.Language ? spoken.HtmlCode() : null;
}
