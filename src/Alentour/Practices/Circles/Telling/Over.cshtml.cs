using Alentour.Community.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Circles.Telling;

/// <summary>/cercles/ferme: the same for everybody who comes out; it says nothing of where they were.</summary>
[ForAll]
public sealed class OverModel(CircleStore circles) : PageModel
{
    /// <summary>The database broke down, and every circle ended with it.</summary>
    public bool IsBroken { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => IsBroken = await circles.IsBrokenAsync(stop);
}
