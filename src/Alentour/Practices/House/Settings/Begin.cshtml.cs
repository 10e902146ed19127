using Alentour.Community.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Settings;

/// <summary>/reglages/debut: the house is open; three things to do, none of them today.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class BeginModel : PageModel
{
    public void OnGet() { }
}
