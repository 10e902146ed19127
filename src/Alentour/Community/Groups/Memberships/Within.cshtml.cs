using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Memberships;

/// <summary>/groupes/{slug}/entre-nous: the group from inside. For everybody else, whatever role they hold, it is not there.</summary>
[ForMembers]
public sealed class WithinModel(Me me, GroupStore groups, MembershipStore memberships, HouseClock clock, Words words) : PageModel
{
    const int MeetingsShown = 4;

    public OwnGroup Own { get; private set; } = null!;

    public PublicGroup Shown { get; private set; } = null!;

    public IReadOnlyList<GroupMember> Members { get; private set; } = [];

    public IReadOnlyList<JoinRequest> Requests { get; private set; } = [];

    public IReadOnlyList<Meeting> Coming { get; private set; } = [];

    public string? Refusal { get; private set; }

    public string NameHere { get; private set; } = "";

    public Guid MyId => me.Id;

    public string Roles(IEnumerable<RoleKind> roles) => string.Join(", ", roles.Select(r => words[$"role.{r}"]));

    public string When(Meeting meeting) => DateWords.When(meeting.Day, meeting.StartsAt, clock.Now, words.Language);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await LookAsync(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? geste, [FromForm] Guid? personne, [FromForm] string? nom, CancellationToken stop)
    {
        if (await memberships.BySlugAsync(me, slug, stop) is not { } own)
            return NotFound();
        switch (geste)
        {
            case "accueillir" when personne is { } person:
                await memberships.LetInAsync(own, person, stop);
                break;
            case "pas-maintenant" when personne is { } person:
                await memberships.NotNowAsync(own, person, stop);
                break;
            case "partir":
                await memberships.LeaveAsync(me, own, stop);
                return Lead("/aujourdhui");
            case "nom":
                if (await RenameAsync(own, nom, stop) is { } refused)
                    return refused;
                break;
        }
        return Lead($"/groupes/{slug}/entre-nous");
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
        if (await memberships.BySlugAsync(me, slug, stop) is not { } own || await groups.ForPublic().BySlugAsync(slug, stop) is not { } shown)
            return false;
        (Own, Shown, NameHere) = (own, shown, own.NameHere ?? me.ChosenName);
        Members = await memberships.MembersAsync(own, stop);
        Requests = await memberships.RequestsAsync(own, stop);
        Coming = [.. shown.Coming(clock.Now).Take(MeetingsShown)];
        return true;
    }

    StatusCodeResult Lead(string path)
    {
        Response.Headers.Location = path;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
