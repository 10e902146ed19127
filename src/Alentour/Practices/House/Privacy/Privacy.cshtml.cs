using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Privacy;

/// <summary>/confidentialite: who answers for what is kept (Act 25, sections 3.1 and 3.2), all that is kept and until when, and what one may ask.</summary>
public sealed class PrivacyModel(HouseStore houses, RoleHolders holders, IEnumerable<KeptUntil> kept, SiteFace site) : PageModel
{
    /// <summary>Null while the house names nobody: whoever coordinates is in charge.</summary>
    public PrivacyOfficer? Officer { get; private set; }

    public IReadOnlyList<RoleHolder> Coordinators { get; private set; } = [];

    public string? Phone { get; private set; }

    public string? Place { get; private set; }

    public bool HasHouse => site.Now.HasHouse;

    public IEnumerable<KeptUntil> OfPeople => kept.Where(k => k.IsOfPeople);

    public IEnumerable<KeptUntil> OfNobody => kept.Where(k => !k.IsOfPeople);

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (await houses.ForPublicAsync(stop) is not { } house)
            return;
        (Officer, Phone, Place) = (house.PrivacyOfficer, house.Phone, house.Place);
        if (Officer is null)
            Coordinators = [.. (await holders.ForPublicAsync(stop)).Where(h => h.Role.Kind == RoleKind.Coordinator)];
    }
}
