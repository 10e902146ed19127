using Alentour.Community.Organizations;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.WaysBack;

/// <summary>/mon-retour: what every open session of the person shows while somebody brings them back, and how to stop it.</summary>
[ForMembers]
public sealed class MyReturnModel(Me me, WayBackStore waysBack, HouseClock clock, Words words) : PageModel
{
    public bool IsOpen { get; private set; }

    /// <summary>When the words will open the door; null while nobody has confirmed.</summary>
    public string? When { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var wayBack = await waysBack.OfAsync(me.Id, stop);
        IsOpen = wayBack is { IsStopped: false };
        if (wayBack?.OpensAt is { } opens)
        {
            var (day, time) = WallClock.ToLocal(opens, clock.Zone);
            When = DateWords.When(day, time, clock.Now, words.Language);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await waysBack.StopAsync(me.Id, me.SessionId, stop);
        return this.SeeOther("/mon-retour");
    }
}
