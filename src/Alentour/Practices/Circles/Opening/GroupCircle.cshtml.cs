using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Closing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Opening;

/// <summary>/groupes/{slug}/cercle: the circle of tonight, how the group holds its circles, whom it invites, its sheet on paper.</summary>
[ForMembers]
public sealed class GroupCircleModel(Me me, Gatherings gatherings, CircleOpening opening, GroupCircles kept, OpeningWords say) : PageModel
{
    public MemberThere There { get; private set; } = null!;

    public CircleWays Ways { get; private set; } = CircleWays.Usual;

    /// <summary>The circle that is open, by its address; null when none is.</summary>
    public Guid? Open { get; private set; }

    public IReadOnlyList<NamedGuest> Guests { get; private set; } = [];

    public IReadOnlyList<NamedGuest> MayComeToo { get; private set; } = [];

    public IReadOnlyList<MeetingTally> Tallies { get; private set; } = [];

    public string? Refusal { get; private set; }

    public string? Typed { get; private set; }

    public OpeningWords Say => say;

    /// <summary>Whoever holds a role, or has just come, leaves the group's acts to the others.</summary>
    public bool MayAct => !me.HoldsAny && !There.IsNew;

    /// <summary>The meeting for which guests are invited: the one that is near, else the next.</summary>
    public HeldMeeting? Meeting => There.Now ?? There.Next;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await LookAsync(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? geste, [FromForm] string? question, [FromForm] Guid personne, [FromForm] DateOnly jour, CancellationToken stop)
    {
        if (!await LookAsync(slug, stop))
            return NotFound();
        try
        {
            switch (geste)
            {
                case "ouvrir" when There.Now is { } meeting:
                    return this.SeeOther($"/cercles/{await opening.OpenAsync(HttpContext, me, There, meeting, WaysForm.Said(question), stop)}");
                case "ouvrir":
                    throw new RefusalException("ways.refusal.notNow");
                case "facon":
                    await kept.Ways.DecideAsync(There, WaysForm.Read(Request.Form), stop);
                    break;
                case "inviter" or "ne-plus-inviter" when Meeting is { } meeting:
                    await kept.Guests.InviteAsync(There, meeting, personne, geste == "inviter", stop);
                    break;
                case "nombre":
                    await kept.Tallies.CorrectAsync(There, gatherings, jour, Request.Form["nombre"], stop);
                    break;
            }
        }
        catch (RefusalException refusal)
        {
            await LookAsync(slug, stop);
            (Refusal, Typed, Response.StatusCode) = (refusal.TextKey, question, StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
        return this.SeeOther($"/groupes/{slug}/cercle");
    }

    async Task<bool> LookAsync(string slug, CancellationToken stop)
    {
        if (await gatherings.ForMemberAsync(me, slug, stop) is not { } there)
            return false;
        (There, Ways) = (there, await kept.Ways.OfAsync(there.Group, stop));
        Open = await opening.OfAsync(there.Group.Id, stop);
        Tallies = await kept.Tallies.ForMemberAsync(there, stop);
        if (Meeting is { } meeting)
        {
            Guests = await kept.Guests.OfAsync(meeting, stop);
            MayComeToo = [.. (await kept.Guests.MayComeAsync(stop)).Where(g => Guests.All(i => i.PersonId != g.PersonId))];
        }
        return true;
    }
}

/// <summary>What a group keeps of how it holds its circles.</summary>
public sealed record GroupCircles(WaysStore Ways, GuestStore Guests, TallyStore Tallies);
