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
public sealed class WithinModel(Me me, GroupStore groups, MembershipStore memberships, HearingStore hearings, WithinWords say) : PageModel
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

    public string NameHere { get; private set; } = "";

    public Guid MyId => me.Id;

    public string Roles(IEnumerable<RoleKind> roles) => string.Join(", ", roles.Select(r => say.Words[$"role.{r}"]));

    public string When(Meeting meeting) => DateWords.When(meeting.Day, meeting.StartsAt, say.Clock.Now, say.Words.Language);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await LookAsync(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? geste, [FromForm] Guid? personne, [FromForm] string? nom, CancellationToken stop)
    {
        if (await memberships.BySlugAsync(me, slug, stop) is not { } own)
            return NotFound();
        switch (geste)
        {
            case "accueillir" or "pas-maintenant" when personne is { } person:
                if (await AnswerAsync(own, person, geste == "accueillir", stop) is { } refusedAnswer)
                    return refusedAnswer;
                break;
            case "partir":
                await memberships.LeaveAsync(me, own, stop);
                return this.SeeOther("/aujourdhui");
            case "nom":
                if (await RenameAsync(own, nom, stop) is { } refused)
                    return refused;
                break;
        }
        return this.SeeOther($"/groupes/{slug}/entre-nous");
    }

    async Task<IActionResult?> AnswerAsync(OwnGroup own, Guid person, bool isYes, CancellationToken stop)
    {
        try
        {
            await (isYes ? memberships.LetInAsync(own, person, stop) : memberships.NotNowAsync(own, person, stop));
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
            await memberships.RenameAsync(me, own, nameHere == me.ChosenName ? null : nameHere, stop);
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
        if (await memberships.BySlugAsync(me, slug, stop) is not { } own || await groups.ForMemberAsync(own, stop) is not { } shown)
            return false;
        (Own, Shown, NameHere) = (own, shown, own.NameHere ?? me.ChosenName);
        Members = await memberships.MembersAsync(own, stop);
        Requests = await memberships.RequestsAsync(own, stop);
        Hearing = await hearings.NowAsync(own, shown, stop);
        Coming = [.. shown.Coming(say.Clock.Now).Take(MeetingsShown)];
        return true;
    }
}

/// <summary>The words of a page and the clock they are said by.</summary>
public sealed record WithinWords(Words Words, HouseClock Clock);
