using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Activities;

/// <summary>/activites: what the organisation announces, the soonest first.</summary>
public sealed class ActivitiesModel(ActivityStore activities, HouseClock clock, Words words) : PageModel
{
    const int DaysAhead = 120;

    public IReadOnlyList<(AnnouncedActivity Activity, ActivityDate? Next)> Coming { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (day, time) = clock.Now;
        var all = await activities.ForPublicAsync(day, day.AddDays(DaysAhead), stop);
        Coming = [.. all.Select(a => (Activity: a, Next: a.Dates.FirstOrDefault(d => !d.IsOff && (d.Day > day || d.StartsAt.Add(TimeSpan.FromMinutes(d.Minutes)) > time))))
            .OrderBy(a => a.Next?.Day ?? DateOnly.MaxValue).ThenBy(a => a.Next?.StartsAt).ThenBy(a => a.Activity.Slug, StringComparer.Ordinal)];
    }

    public string When(ActivityDate date) => DateWords.When(date.Day, date.StartsAt, clock.Now, words.Language);

    public string? Lang(Bilingual text) => text.Spoken(words.Language) is var spoken && spoken != words.Language ? spoken.HtmlCode() : null;
}
