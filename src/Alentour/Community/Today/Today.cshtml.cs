using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Today;

/// <summary>/aujourdhui: what concerns the person who is in, composed from all modules.</summary>
[ForMembers]
public sealed class TodayModel(Me me, IEnumerable<ITodayLine> sources, HouseClock clock, Words words) : PageModel
{
    public string ChosenName => me.ChosenName;

    public string Date => DateWords.Date(clock.Now.Day, words.Language);

    public ILookup<TodayPlace, TodayLine> Lines { get; private set; } = Enumerable.Empty<TodayLine>().ToLookup(l => l.Place);

    /// <summary>They have just left a group.</summary>
    public bool HasLeft { get; private set; }

    public async Task OnGetAsync(string? parti, CancellationToken stop)
    {
        HasLeft = parti == "oui";
        var lines = new List<TodayLine>();
        foreach (var source in sources)
            lines.AddRange(await source.ForAsync(me, stop));
        Lines = lines.OrderBy(l => l.At ?? DateTimeOffset.MaxValue).ToLookup(l => l.Place);
    }
}
