using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Telling;

/// <summary>/cercles: what a circle is, for anybody, and whom its way comes from (R058).</summary>
public sealed class AboutModel : PageModel;
