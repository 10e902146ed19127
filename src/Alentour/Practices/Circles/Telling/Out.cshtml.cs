using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Telling;

/// <summary>/cercles/sorti: the same for everybody who comes out; it says nothing of where they were.</summary>
public sealed class OutModel : PageModel;
