using System.Net;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Alentour.Practices.House.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Posters;

/// <summary>/maison/affiche: one letter page about the house, with strips to tear off, for a wall without Internet.</summary>
public sealed class HousePosterModel(HouseStore houses, Foundation.Running.Settings settings, IEnumerable<IUrgentWords> urgent, Words words) : PageModel
{
    public const int Strips = 6;

    public TheHouse House { get; private set; } = null!;

    public string Tagline => House.Tagline.IsEmpty ? words["housePoster.tagline"] : words.Of(House.Tagline);

    /// <summary>The days on which the door opens, with their hours.</summary>
    public IReadOnlyList<(string Day, string Hours)> Hours =>
        [.. from day in HoursQuestion.Week
            let hours = HoursText.Write(House.OpeningHours, day.Day, words.Language)
            where hours.Length > 0
            select (DateWords.Weekday(day.Day, words.Language), hours)];

    /// <summary>The first crisis lines, in one sentence: paper has no link.</summary>
    public string Urgent => string.Join(' ', urgent.Select(u => u.OnPaper(words.Language)));

    /// <summary>What people copy by hand; null where no address is known that leads here from elsewhere.</summary>
    public string? Address => settings.PublicAddress?.Authority ?? (IsThisMachine(Request.Host.Host) ? null : Request.Host.Value);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await houses.ForPublicAsync(stop) is not { } house)
            return NotFound();
        House = house;
        return Page();
    }

    static bool IsThisMachine(string host) => host is "localhost" or "0.0.0.0" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
