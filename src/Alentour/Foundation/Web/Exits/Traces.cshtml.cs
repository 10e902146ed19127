using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Foundation.Web.Exits;

/// <summary>What the quick exit does, and what it cannot erase: said before anyone has to rely on it.</summary>
[WithoutStore, NotKept]
public sealed class TracesModel : PageModel;
