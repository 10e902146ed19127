using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Guarantees;

/// <summary>/garanties: what no screen can switch off, who is in charge of privacy, and who holds which role, since when, by whose decision (R090, R091, R094, R097).</summary>
public sealed class GuaranteesModel(RoleHolders holders, HouseStore houses, HouseClock clock, Words words) : PageModel
{
    public IReadOnlyList<RoleHolder> Holders { get; private set; } = [];

    /// <summary>Null while the house names nobody: whoever coordinates is in charge.</summary>
    public PrivacyOfficer? Officer { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (await houses.ForPublicAsync(stop) is not { } house)
            return;
        Officer = house.PrivacyOfficer;
        Holders = await holders.ForPublicAsync(stop);
    }

    public string Since(RoleHolder holder) => DateWords.Date(holder.Role.Since, words.Language);

    /// <summary>The month in which a long tenure began; null for a shorter one.</summary>
    public string? LongSince(RoleHolder holder) => holder.Role.IsLong(clock.Now.Day) ? DateWords.Month(holder.Role.Since, words.Language) : null;
}
