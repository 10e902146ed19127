using Alentour.Foundation.Forms;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Roles;

/// <summary>/mes-roles: the roles one holds, each laid down in one press.</summary>
[ForMembers]
public sealed class OwnRolesModel(Me me, RoleStore roles, Database database, Words words) : PageModel
{
    public IReadOnlyList<HeldRole> Roles => me.Roles;

    /// <summary>The text key of why a role could not be laid down, or null.</summary>
    public string? Refusal { get; private set; }

    public string Since(HeldRole role) => DateWords.Date(role.Since, words.Language);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync([FromForm] string? deposer, CancellationToken stop)
    {
        try
        {
            if (Enum.TryParse<RoleKind>(deposer, out var kind))
                await database.WriteAsync((connection, transaction) => roles.LayDownAsync(connection, transaction, me.Id, kind, stop), stop);
            return this.SeeOther("/mes-roles");
        }
        catch (RefusalException refusal)
        {
            (Refusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status409Conflict);
            return Page();
        }
    }
}
