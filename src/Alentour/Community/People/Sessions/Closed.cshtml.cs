using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Sessions;

/// <summary>/c-est-ferme: where one lands after going out. It is the same for everybody, and so says nothing of who was here.</summary>
[Foundation.Web.WithoutStore]
public sealed class ClosedModel : PageModel;
