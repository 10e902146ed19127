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

    /// <summary>« Pas cette fois » was said to a first visit; it may still be let in.</summary>
    NotTonight,

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

    /// <summary>Words that were refused, so that whoever wrote them keeps them.</summary>
    public string? Unsent { get; private set; }

    /// <summary>The database broke down, and every circle ended with it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>After how many seconds a page without script looks again by itself; null while it offers a field, so that nothing typed is lost.</summary>
    public int? LooksAfter => View switch
    {
        CircleView.Threshold or CircleView.NotTonight => 10,
        CircleView.Tablet => 30,
        // Whoever keeps it types behind folds.
        CircleView.Seated when Sight.Speaks || Sight.Mine.IsAside || Sight.Keeps => null,
        CircleView.Seated => Sight.Mine.IsLight ? 60 : 30,
        _ => null,
    };

    /// <summary>The group, for whoever has a seat or may take one.</summary>
    public GatheredGroup? Group { get; private set; }

    /// <summary>Whom this person no longer wishes to see, and who sits there.</summary>
    public IReadOnlyList<Block> Blocked { get; private set; } = [];

    /// <summary>Whom this page shows of them, for its form and its script.</summary>
    public string Seen => BlockedThere.Marks(Id, Blocked);

    /// <summary>How they wished to come, where the press was refused.</summary>
    public Coming Coming { get; private set; }

    public CircleWords Say => say;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] string? auto, CancellationToken stop)
    {
        IsPart = auto == "suite";
        await LookAsync(id, stop);
        // A page that looks again by itself sat there a moment ago.
        if (View == CircleView.Closed && auto == "1")
            return Redirect("/cercles/ferme");
        if (View is CircleView.Seated or CircleView.Tablet && auto is null)
            await door.Circles.SignAsync(Sight.Seated, Who, stop);
        // Also where a page that looks by itself finds them let in. The screen of the room is nobody's.
        if (View == CircleView.Seated && !IsPart)
            await door.HoldAsync(HttpContext, me, Sight.Circle, stop);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] CircleForm form, [FromForm] string? ecouter, [FromForm] string? vu, CancellationToken stop)
    {
        Coming = new Coming(CircleForm.WayOf(form.Valeur) ?? SeatWay.Screen, ecouter == "oui", vu);
        try
        {
            if (form.Geste == "entrer")
                await door.EnterAsync(HttpContext, me, id, Coming, stop);
            else if (form.Geste == "repartir")
                await door.Circles.GoAwayAsync(id, Who, stop);
            else
                await acts.DoAsync(id, Who, form, stop);
        }
        catch (RefusalException refusal)
        {
            await LookAsync(id, stop);
            (Refusal, Unsent, Response.StatusCode) = (refusal.TextKey, form.Geste == "ecrire" ? form.Texte : null, StatusCodes.Status422UnprocessableEntity);
            return Shown();
        }
        return this.SeeOther(form.Geste switch
        {
            // Whoever goes out last closes it.
            "sortir" when await door.Circles.AtDoorAsync(id, stop) is null => "/cercles/ferme",
            "sortir" when form.Place is null => $"/cercles/sorti?cercle={id}",
            "eteindre" or "repartir" => "/cercles/sorti",
            "fermer" => "/cercles/ferme",
            _ => $"/cercles/{id}",
        });
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
        IsBroken = View == CircleView.Closed && await door.Circles.IsBrokenAsync(stop);
    }

    async Task<CircleView> BeforeAsync(CircleAtDoor closed, CancellationToken stop)
    {
        if (closed.IsEnded(Who))
            return CircleView.Ended;
        if (closed.IsWaiting(Who))
        {
            Blocked = await door.BlockedThereAsync(closed, me, stop);
            return closed.IsRefused(Who) ? CircleView.NotTonight : CircleView.Threshold;
        }
        if (!await door.MayComeAsync(closed, Who, me, stop))
            return CircleView.Closed;
        Group = await door.Gatherings.OfAsync(closed.GroupId, stop);
        Blocked = await door.BlockedThereAsync(closed, me, stop);
        return CircleView.Entrance;
    }
}
