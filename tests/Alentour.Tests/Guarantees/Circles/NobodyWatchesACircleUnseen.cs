using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles;
using Alentour.Tests.Practices.Circles.Watching;

namespace Alentour.Tests.Guarantees.Circles;

/// <summary>
/// Guarantee 1, in a circle: of every account of the house, whatever its role, those who read its names or follow its events are those whom all
/// the others see sitting there. The machine itself is another matter, and the page says so.
/// </summary>
public sealed class NobodyWatchesACircleUnseen
{
    [Fact]
    public async Task Of_every_account_of_the_house_those_who_read_it_are_those_who_are_seen_in_it()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        await evening.SeatedAsync("Maude");
        await evening.SeatedAsync("Luc");
        var (names, readers) = (await Sql.TextsAsync(evening.House, "SELECT chosen_name FROM person ORDER BY chosen_name"), new List<string>());
        Assert.InRange(names.Count, 16, int.MaxValue);
        foreach (var name in names)
        {
            var browser = await evening.InAsync(name);
            using var stream = await browser.GetAsync(evening.Circle + "/flux", HttpCompletionOption.ResponseHeadersRead);
            if (stream.StatusCode == HttpStatusCode.OK || (await browser.PageAsync(evening.Circle)).Contains(WatchedEvening.Rosalie, StringComparison.Ordinal))
                readers.Add(name);
        }
        Assert.Equal(["Luc", "Maude", "Simone"], readers.Order());
        Assert.Equal(["Luc", "Maude", WatchedEvening.Rosalie, "Vous"], (await evening.ShownAsync()).Order());
    }
}
