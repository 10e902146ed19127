using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Activities;

/// <summary>/activites/{slug}: an activity of the organisation, named as such. Nobody signs up, nothing is counted.</summary>
public sealed class ActivityPageModel(ActivityStore activities, HouseClock clock, Words words) : PageModel
{
    const int DaysAhead = 200;
    const int MostDates = 8;

    public ActivitySheet Sheet { get; private set; } = null!;

    /// <summary>The dates that come, with those cancelled or moved away.</summary>
    public IReadOnlyList<ActivityDate> Coming { get; private set; } = [];

    /// <param name="slug">Null when the address holds nothing but spaces.</param>
    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken stop)
    {
        if (slug is null || await activities.BySlugForPublicAsync(slug, stop) is not { } found)
            return NotFound();
        Sheet = found.Sheet;
        Coming = [.. Sheet.Dates(clock.Now.Day, clock.Now.Day.AddDays(DaysAhead)).Take(MostDates)];
        return Page();
    }

    public string Day(DateOnly day) => DateWords.Day(day, words.Language, clock.Now.Day);

    public string Hours(ActivityDate date) => DateWords.Span(date.StartsAt, date.StartsAt.AddMinutes(date.Minutes), words.Language);

    /// <summary>What does not go as planned on this date; null when all does.</summary>
    public string? Mark(ActivityDate date) => date switch
    {
        { IsCancelled: true } => words["activities.cancelled"],
        { MovedTo: { } to } => words["activities.movedTo", ("day", DateWords.Day(to, words.Language))],
        { MovedFrom: { } from } when from != date.Day => words["activities.movedFrom", ("day", DateWords.Day(from, words.Language))],
        { MovedFrom: not null } => words["activities.otherHour"],
        _ => null,
    };

    public string? Lang(Bilingual text) => text.Spoken(words.Language) is var spoken && spoken != words.Language ? spoken.HtmlCode() : null;
}
