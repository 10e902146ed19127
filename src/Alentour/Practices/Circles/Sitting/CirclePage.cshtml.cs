using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Sitting;

/// <summary>What the address of a circle shows to whoever asks.</summary>
public enum CircleView
{
    /// <summary>Closed, never open, or not for them: nobody learns which.</summary>
    Closed,

    Seated,

    Tablet,

    /// <summary>They may take a seat, and have none yet: nothing of who sits there.</summary>
    Entrance,

    Threshold,

    /// <summary>Their seat was ended for this circle.</summary>
    Ended,
}

/// <summary>
/// /cercles/{id}: the circle for whoever sits in it; its entrance or its threshold for whoever may come. Asked for with « ?auto=1 » it is a
/// refresh of its own, and no sign of its person.
/// </summary>
[ForAll]
public sealed class CirclePageModel(Me me, CircleDoor door, CircleActs acts, CircleWords say) : PageModel
{
    public CircleView View { get; private set; }

    public CircleSight Sight { get; private set; } = null!;

    public Guid Id { get; private set; }

    public bool IsPart { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>The group, for whoever has a seat or may take one.</summary>
    public GatheredGroup? Group { get; private set; }

    /// <summary>Whom this person no longer wishes to see, and who sits there.</summary>
    public IReadOnlyList<Block> BlockedThere { get; private set; } = [];

    public CircleWords Say => say;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] string? auto, CancellationToken stop)
    {
        IsPart = auto == "suite";
        await LookAsync(id, stop);
        if (View is CircleView.Seated or CircleView.Tablet && auto is null)
        {
            await door.Circles.SignAsync(Sight.Seated, Who, stop);
            await door.HoldAsync(HttpContext, me, Sight.Circle, stop);
        }
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] CircleForm form, [FromForm] string? ecouter, CancellationToken stop)
    {
        try
        {
            if (form.Geste == "entrer")
                await door.EnterAsync(HttpContext, me, id, new Coming(CircleForm.WayOf(form.Valeur) ?? SeatWay.Screen, ecouter == "oui"), stop);
            else
                await acts.DoAsync(id, Who, form, stop);
        }
        catch (RefusalException refusal)
        {
            await LookAsync(id, stop);
            (Refusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status422UnprocessableEntity);
            return Shown();
        }
        return this.SeeOther(form.Geste switch { "sortir" => "/cercles/sorti", "fermer" => "/cercles/ferme", _ => $"/cercles/{id}" });
    }

    Sitter Who => CircleCookie.Of(Request, me);

    IActionResult Shown()
    {
        if (View == CircleView.Closed)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    async Task LookAsync(Guid id, CancellationToken stop)
    {
        Id = id;
        if (await door.Circles.ForSitterAsync(id, Who, stop) is { } seated)
        {
            View = seated.Mine.IsTablet ? CircleView.Tablet : CircleView.Seated;
            Group = await door.Gatherings.OfAsync(seated.Circle.GroupId, stop);
            Sight = new CircleSight(seated, Group, say) { Hearing = await door.Gatherings.HearingAsync(seated.Circle.GroupId, stop) };
            return;
        }
        View = Who.IsSomebody && await door.Circles.AtDoorAsync(id, stop) is { } closed ? await BeforeAsync(closed, stop) : CircleView.Closed;
    }

    async Task<CircleView> BeforeAsync(CircleAtDoor closed, CancellationToken stop)
    {
        if (closed.IsEnded(Who))
            return CircleView.Ended;
        if (closed.IsWaiting(Who))
            return CircleView.Threshold;
        if (!await door.MayComeAsync(closed, Who, me, stop))
            return CircleView.Closed;
        Group = await door.Gatherings.OfAsync(closed.GroupId, stop);
        BlockedThere = await door.BlockedThereAsync(closed, me, stop);
        return CircleView.Entrance;
    }
}
