using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;

namespace Alentour.Journeys.Circles;

/// <summary>Aïcha comes for the first time to a circle in which Luc, whom she no longer wishes to see, sits down while she waits. Her page tells her by itself, and she goes away again.</summary>
public sealed class BlockedAtTheThreshold(Browser browser)
{
    [Fact]
    public async Task Whoever_waits_reads_without_a_press_that_somebody_they_blocked_sat_down_and_goes_away_again()
    {
        await using var evening = await Evening.OpenAsync();
        await Sql.RunAsync(evening.House, "INSERT INTO block (person_id, blocked_id, name_there, blocked_on) SELECT a.id, b.id, b.chosen_name, '2026-11-19' FROM person a, person b WHERE a.chosen_name = 'Aïcha' AND b.chosen_name = 'Luc'");
        await browser.WalkAsync(evening.House, Screen.Phone, async aicha =>
        {
            await aicha.EnterAsAsync("Aïcha");
            await aicha.GoAsync(Evening.Group + "/je-viens");
            await aicha.Page.FillAsync("[name=nom]", "Florence");
            await aicha.Page.Locator("main form button.solid").First.ClickAsync();
            await aicha.GoAsync("/cercles/arriver");
            await aicha.PressAsync(aicha.Say("arrive.here"));
            await aicha.SeesAsync(aicha.Say("threshold.lead"));
            Assert.DoesNotContain("Luc", await aicha.WordsAsync("main"));
            await evening.SeatAsync("Luc");
            await aicha.HearsAsync(aicha.Say("entrance.blockedThere", ("name", "Luc")));
            await aicha.LookAsync();
            await aicha.PressAsync(aicha.Say("threshold.goAway"));
            await aicha.SeesAsync(aicha.Say("out.title"));
            Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        });
    }
}
