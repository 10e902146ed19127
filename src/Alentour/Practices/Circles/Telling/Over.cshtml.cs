using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Telling;

/// <summary>/cercles/ferme: the same for everybody who comes out; it says nothing of where they were.</summary>
public sealed class OverModel : PageModel;
