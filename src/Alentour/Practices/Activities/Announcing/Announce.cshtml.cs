using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Activities.Announcing;

/// <summary>/activites/annonces/fiche announces an activity; with its address after it, edits it, cancels or moves one day, withdraws it.</summary>
[ForRole(RoleKind.Coordinator, RoleKind.Staff)]
public sealed class AnnounceModel(Me me, ActivityStore activities, HouseClock clock, Words words) : PageModel
{
    const int DaysAhead = 200;
    const int MostDates = 8;

    /// <summary>Null for one to be announced.</summary>
    public Activity? Activity { get; private set; }

    public Sheet Sheet { get; private set; } = null!;

    public int Seen { get; private set; }

    public string Key { get; private set; } = RetriedActs.NewKey();

    /// <summary>The text key of why nothing was kept.</summary>
    public string? Refusal { get; private set; }

    public string Action => "/activites/annonces/fiche" + (Activity is null ? "" : "/" + Activity.Slug);

    public DateOnly Today => clock.Now.Day;

    /// <summary>The planned days that come, with what became of each.</summary>
    public IEnumerable<(ActivityDate Date, DayChange? Change)> Coming => Activity is null ? [] : Activity.Sheet.Dates(Today, Today.AddDays(DaysAhead)).Where(d => d.MovedFrom is null).Take(MostDates)
        .Select(d => (d, Activity.Sheet.Changes.FirstOrDefault(c => c.Day == d.Day)));

    public string Day(DateOnly day) => DateWords.Day(day, words.Language, Today);

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken stop)
    {
        if (!await FindAsync(slug, stop))
            return NotFound();
        Sheet = ActivityFields.Of(Activity?.Sheet, words.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, [FromForm] Press press, CancellationToken stop)
    {
        if (!await FindAsync(slug, stop))
            return NotFound();
        Sheet = press.Geste == "garder" || Activity is null ? new Sheet(field => Request.Form[field]) : ActivityFields.Of(Activity.Sheet, words.Language);
        Key = press.Cle is { Length: > 0 and < 100 } key ? key : Key;
        try
        {
            return Activity is null || press.Geste is "garder" or null ? await KeepAsync(press, stop)
                : press.Geste == "retirer" ? await WithdrawAsync(Activity, stop)
                : await ChangeDayAsync(Activity, press, stop);
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
            await FindAsync(slug, stop);
            return Again(StatusCodes.Status409Conflict, Seen);
        }
    }

    async Task<IActionResult> KeepAsync(Press press, CancellationToken stop)
    {
        var answered = ActivityFields.Answer(Activity?.Sheet, Sheet, Today);
        if (!Sheet.IsSound)
            return Again(StatusCodes.Status422UnprocessableEntity, press.Vu);
        if (Activity is null)
            return To("?fait=annoncee&fiche=" + await activities.AddAsync(me, answered, press.Cle, stop));
        await activities.EditAsync(Activity.Slug, press.Vu, answered, stop);
        return To("?fait=gardee&fiche=" + Activity.Slug);
    }

    async Task<IActionResult> WithdrawAsync(Activity activity, CancellationToken stop)
    {
        await activities.SetWithdrawnAsync(activity.Slug, true, stop);
        return To("?fait=retiree&fiche=" + activity.Slug);
    }

    /// <summary>One day cancelled, moved, or as planned again.</summary>
    async Task<IActionResult> ChangeDayAsync(Activity activity, Press press, CancellationToken stop)
    {
        var day = ActivityFields.Day(press.LeJour) ?? throw new RefusalException("activities.refusal.noSuchDay");
        var typed = new Sheet(field => Request.Form[field]);
        DateOnly? toDay = press.Geste == "deplacer" ? ActivityFields.Day(press.Vers) ?? throw new RefusalException("activities.refusal.day") : null;
        TimeOnly? at = press.Geste == "deplacer" && !string.IsNullOrWhiteSpace(press.A) ? ActivityFields.Hour(typed, "a") ?? throw new RefusalException("activities.refusal.hour") : null;
        await activities.ChangeDayAsync(activity.Slug, day, toDay, at, press.Geste == "comme-prevu", stop);
        return To("/fiche/" + activity.Slug);
    }

    async Task<bool> FindAsync(string? slug, CancellationToken stop)
    {
        if (slug is null)
            return true;
        Activity = await activities.AtAsync(slug, stop);
        Seen = Activity?.Version ?? 0;
        return Activity is not null;
    }

    PageResult Again(int status, int seen)
    {
        (Response.StatusCode, Seen) = (status, seen);
        return Page();
    }

    StatusCodeResult To(string rest)
    {
        return this.SeeOther("/activites/annonces" + rest);
    }

    /// <summary>One press; what it needs besides the fields of the announcement.</summary>
    public sealed record Press(string? Geste, int Vu, string? Cle, string? LeJour, string? Vers, string? A);
}
