using System.Net;
using Alentour.Practices.Circles;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles.Watching;
using Microsoft.Extensions.DependencyInjection;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles;

/// <summary>A connection never stands for presence: a page that asks for itself says so in its address and is no sign of its person; one they asked for is.</summary>
public sealed class SignsPage
{
    [Theory]
    [InlineData("?auto=1")]
    [InlineData("?auto=suite")]
    [InlineData("/flux")]
    public async Task Two_minutes_of_a_page_that_refreshes_itself_are_no_sign_and_the_pebble_goes_on(string marked)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await OfferedAsync(evening);
        for (var half = 0; half < 4; half++)
            await LaterAsync(evening, maude, marked);
        Assert.Equal("Luc", await HolderAsync(evening));
        Assert.Equal("plus tard", Under(await evening.Simone.PageAsync(evening.Circle + "?auto=1"))["Maude"]);
    }

    [Fact]
    public async Task One_page_that_they_asked_for_is_a_sign_and_the_turn_waits_anew()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await OfferedAsync(evening);
        foreach (var asked in new[] { "?auto=1", "?auto=suite", "", "/flux", "?auto=1" })
            await LaterAsync(evening, maude, asked);
        Assert.Equal("Maude", await HolderAsync(evening));
        await LaterAsync(evening, maude, "?auto=1");
        await LaterAsync(evening, maude, "?auto=1");
        Assert.Equal("Luc", await HolderAsync(evening));
    }

    /// <summary>Maude sits before Luc and Kateri, and the pebble is offered to her.</summary>
    static async Task<HttpClient> OfferedAsync(WatchedEvening evening)
    {
        var maude = await evening.SeatedAsync("Maude");
        await evening.SeatedAsync("Luc");
        await evening.SeatedAsync("Kateri");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        await evening.Simone.PressAsync(evening.Circle, "passer");
        await evening.Simone.PressAsync(evening.Circle, "passer", ("place", await evening.SeatAsync(WatchedEvening.Rosalie)));
        Assert.Equal("Maude", await HolderAsync(evening));
        return maude;
    }

    /// <summary>Half a minute later her screen asks for this, and the house looks whether a turn waited too long.</summary>
    static async Task LaterAsync(WatchedEvening evening, HttpClient maude, string asked)
    {
        evening.House.Clock.Advance(TimeSpan.FromSeconds(30));
        using var answer = await maude.GetAsync(evening.Circle + asked, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await evening.House.Services.GetRequiredService<CircleStore>().LookAsync(default);
    }

    static async Task<string> HolderAsync(WatchedEvening evening) => (await Sql.TextsAsync(evening.House, "SELECT s.name FROM circle c JOIN circle_seat s ON s.id = c.turn_seat")).SingleOrDefault() ?? "";
}
