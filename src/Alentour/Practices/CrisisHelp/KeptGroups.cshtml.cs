using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.CrisisHelp;

/// <summary>
/// Answers only where nothing is kept: when « Garder ces groupes ici » kept something, the worker answers here and the server never hears of it.
/// </summary>
[WithoutStore, NotKept]
public sealed class KeptGroupsModel : PageModel
{
    public void OnGet() => Response.Headers.CacheControl = "no-store";
}
