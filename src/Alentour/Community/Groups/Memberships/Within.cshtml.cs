using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Hearing;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Memberships;

/// <summary>/groupes/{slug}/entre-nous: the group from inside. For everybody else, whatever role they hold, it is not there.</summary>
[ForMembers]
public sealed class WithinModel(Me me, GroupsOfMine mine, WithinWords say, GatheringDoors doors) : PageModel
{
    const int MeetingsShown = 4;

    public OwnGroup Own { get; private set; } = null!;

    public PublicGroup Shown { get; private set; } = null!;

    public IReadOnlyList<GroupMember> Members { get; private set; } = [];

    public IReadOnlyList<JoinRequest> Requests { get; private set; } = [];

    public IReadOnlyList<Meeting> Coming { get; private set; } = [];

    public string? Refusal { get; private set; }

    /// <summary>What could not be done with a request, as a text key.</summary>
    public string? RequestRefusal { get; private set; }

    /// <summary>How the group hears each other, when a meeting is near; null at any other time.</summary>
    public GroupHearing? Hearing { get; private set; }

    /// <summary>What practices offer to whoever is at this group.</summary>
    public IReadOnlyList<GatheringLine> Gatherings { get; private set; } = [];

    /// <summary>Meetings that somebody new announced themself for and nobody welcomes yet, by their days.</summary>
    public IReadOnlyList<string> Awaited { get; private set; } = [];

    /// <summary>The last person reads what leaving does before it is done.</summary>
    public bool AsksToClose { get; private set; }

    public string NameHere { get; private set; } = "";

    public Guid MyId => me.Id;

    public string Roles(IEnumerable<RoleKind> roles) => string.Join(", ", roles.Select(r => say.Words[$"role.{r}"]));

    public string When(Meeting meeting) => DateWords.When(meeting.Day, meeting.StartsAt, say.Clock.Now, say.Words.Language);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await LookAsync(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? geste, [FromForm] Guid? personne, [FromForm] string? nom, [FromForm] string? sur, CancellationToken stop)
    {
        if (await mine.Memberships.BySlugAsync(me, slug, stop) is not { } own)
            return NotFound();
        switch (geste)
        {
            case "accueillir" or "pas-maintenant" when personne is { } handle:
                if (await AnswerAsync(own, handle, geste == "accueillir", stop) is { } refusedAnswer)
                    return refusedAnswer;
                break;
            case "partir":
                return await LeaveAsync(own, sur == "oui", stop);
            case "nom":
                if (await RenameAsync(own, nom, stop) is { } refused)
                    return refused;
                break;
        }
        return this.SeeOther($"/groupes/{slug}/entre-nous");
    }

    /// <summary>With its last person the group closes, and nothing brings it back: that is asked once more.</summary>
    async Task<IActionResult> LeaveAsync(OwnGroup own, bool isSure, CancellationToken stop)
    {
        if (!isSure && await LookAsync(own.Slug, stop) && Members.Count == 1)
        {
            AsksToClose = true;
            return Page();
        }
        await mine.Memberships.LeaveAsync(me, own, stop);
        return this.SeeOther("/aujourdhui?parti=oui");
    }

    async Task<IActionResult?> AnswerAsync(OwnGroup own, Guid handle, bool isYes, CancellationToken stop)
    {
        try
        {
            // Somebody who took it back meanwhile and somebody out of sight are answered alike; whoever may not answer at all reads so.
            var person = (await mine.Memberships.RequestsAsync(own, stop)).FirstOrDefault(r => r.Handle == handle)?.PersonId ?? Guid.Empty;
            await (isYes ? mine.Memberships.LetInAsync(own, person, stop) : mine.Memberships.NotNowAsync(own, person, stop));
            return null;
        }
        catch (RefusalException refusal)
        {
            await LookAsync(own.Slug, stop);
            (RequestRefusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
    }

    async Task<IActionResult?> RenameAsync(OwnGroup own, string? name, CancellationToken stop)
    {
        try
        {
            var nameHere = string.IsNullOrWhiteSpace(name) ? null : Person.Name(name);
            await mine.Memberships.RenameAsync(me, own, nameHere == me.ChosenName ? null : nameHere, stop);
            return null;
        }
        catch (RefusalException refusal)
        {
            await LookAsync(own.Slug, stop);
            (Refusal, NameHere) = (refusal.TextKey, name ?? "");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }

    async Task<bool> LookAsync(string slug, CancellationToken stop)
    {
        if (await mine.Memberships.BySlugAsync(me, slug, stop) is not { } own || await mine.Groups.ForMemberAsync(own, stop) is not { } shown)
            return false;
        (Own, Shown, NameHere) = (own, shown, own.NameHere ?? me.ChosenName);
        Members = await mine.Memberships.MembersAsync(own, stop);
        Requests = await mine.Memberships.RequestsAsync(own, stop);
        Hearing = await mine.Hearings.NowAsync(own, shown, stop);
        Gatherings = await doors.ForMemberAsync(me, own, stop);
        Awaited = [.. (await mine.Welcome.OfAsync(me, stop)).Of(own, VisitedMeeting.Of(shown, say.Clock.Now)).Where(m => m.IsAwaited).Select(m => say.Day(m.Of.Meeting.Day))];
        Coming = [.. shown.Coming(say.Clock.Now).Take(MeetingsShown)];
        return true;
    }
}

/// <summary>The words of a page and the clock they are said by.</summary>
public sealed record WithinWords(Words Words, HouseClock Clock)
{
    public string Day(DateOnly day) => DateWords.Day(day, Words.Language, Clock.Now.Day);
}
