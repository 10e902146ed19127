using Alentour.Community.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Telling;

/// <summary>/cercles/sorti: the same for everybody who comes out; nothing is looked up, and it leads back to where they were.</summary>
[ForAll]
public sealed class OutModel : PageModel
{
    /// <summary>The circle they came out of; null for the tablet of the room.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Cercle { get; set; }
}
