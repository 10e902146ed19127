using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Activities.Announcing;

/// <summary>/activites/annonces: what the organisation announces, for the team and for whoever coordinates. Groups are not among it: their members open them.</summary>
[ForRole(RoleKind.Coordinator, RoleKind.Staff)]
public sealed class AnnouncementsModel(ActivityStore activities, HouseClock clock, Words words) : PageModel
{
    const int DaysAhead = 366;

    public IReadOnlyList<(Activity Activity, ActivityDate? Next)> Coming { get; private set; } = [];

    public IReadOnlyList<Activity> Over { get; private set; } = [];

    public IReadOnlyList<Activity> Withdrawn { get; private set; } = [];

    /// <summary>What was just done, and to which one.</summary>
    public (string Gesture, Activity Activity)? Done { get; private set; }

    public async Task OnGetAsync(string? fait, string? fiche, CancellationToken stop)
    {
        var (today, all) = (clock.Now.Day, await activities.AllAsync(stop));
        Withdrawn = [.. all.Where(a => a.IsWithdrawn)];
        Over = [.. all.Where(a => !a.IsWithdrawn && a.Sheet.LastDay < today).OrderByDescending(a => a.Sheet.LastDay)];
        Coming = [.. all.Where(a => !a.IsWithdrawn && a.Sheet.LastDay >= today).Select(a => (a, Next: a.Sheet.Dates(today, today.AddDays(DaysAhead)).FirstOrDefault(d => !d.IsOff))).OrderBy(a => a.Next?.Day ?? DateOnly.MaxValue)];
        if (fait is "annoncee" or "gardee" or "retiree" or "remise" && all.FirstOrDefault(a => a.Slug == fiche) is { } activity)
            Done = (fait, activity);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? geste, [FromForm] string? fiche, CancellationToken stop)
    {
        var known = fiche is null ? null : await activities.AtAsync(fiche, stop);
        if (geste == "remettre" && known is not null)
            await activities.SetWithdrawnAsync(known.Slug, false, stop);
        return this.SeeOther("/activites/annonces" + (geste == "remettre" && known is not null ? $"?fait=remise&fiche={known.Slug}" : ""));
    }

    public string When(ActivityDate date) => DateWords.When(date.Day, date.StartsAt, clock.Now, words.Language);
}
