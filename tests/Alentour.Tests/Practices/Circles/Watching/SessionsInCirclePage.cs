using System.Net;
using Alentour.Practices.Circles;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>Nobody's session runs out while they sit in a circle; once they do not, a shared device runs out as usual.</summary>
public sealed class SessionsInCirclePage
{
    static readonly TimeSpan Idle = TimeSpan.FromMinutes(31);

    [Theory]
    [InlineData("leaves")]
    [InlineData("the circle is closed by another")]
    [InlineData("the circle closes by itself")]
    [InlineData("is asked to leave")]
    [InlineData("the group ends")]
    public async Task A_shared_device_holds_while_seated_and_then_runs_out_as_usual(string how)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var luc = await evening.InAsync("Luc");
        await Sql.RunAsync(evening.House, "UPDATE session SET is_shared = 1, runs_out_at = 0 + (SELECT ends_at FROM circle) - 115 * 60000 + 30 * 60000 WHERE person_id = (SELECT id FROM person WHERE chosen_name = 'Luc')");
        Assert.Equal(HttpStatusCode.SeeOther, (await luc.SendAsync(evening.Circle, ("geste", "entrer"), ("valeur", "Screen"))).StatusCode);
        evening.House.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.Contains(WatchedEvening.Rosalie, await luc.PageAsync(evening.Circle));
        await GoAsync(evening, luc, how);
        evening.House.Clock.Advance(Idle);
        Assert.Equal("/entrer", (await luc.GetAsync("/mes-acces")).Headers.Location?.OriginalString.Split('?')[0]);
    }

    [Fact]
    public async Task Whoever_sits_in_another_circle_too_is_held_still()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var luc = await evening.SeatedAsync("Luc");
        await Sql.RunAsync(evening.House, "UPDATE session SET is_shared = 1 WHERE person_id = (SELECT id FROM person WHERE chosen_name = 'Luc')");
        await Rows.CopyAsync(evening.House, "circle", "1 = 1", ("id", Guid.Empty), ("series_id", Guid.Empty), ("words", "autres"));
        await Rows.CopyAsync(evening.House, "circle_seat", "name = 'Luc'", ("id", Guid.Empty), ("circle_id", Guid.Empty));
        await luc.PressAsync(evening.Circle, "sortir");
        evening.House.Clock.Advance(Idle);
        Assert.Equal(HttpStatusCode.OK, (await luc.GetAsync("/mes-acces")).StatusCode);
    }

    /// <summary>The script of the threshold opens the circle by an address marked as its own asking; the person is seated all the same.</summary>
    [Fact]
    public async Task Whoever_is_let_in_while_their_page_looks_by_itself_is_held_too()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var aicha = await evening.InAsync("Aïcha");
        await evening.AnnouncedAsync("Ré", aicha);
        await evening.BeginAsync();
        await evening.ArriveAsync(aicha);
        await Sql.RunAsync(evening.House, "UPDATE session SET is_shared = 1, runs_out_at = 0 + (SELECT ends_at FROM circle) - 115 * 60000 + 30 * 60000 WHERE person_id = (SELECT id FROM person WHERE chosen_name = 'Aïcha')");
        await evening.LetInAsync("Ré");
        Assert.Contains(WatchedEvening.Rosalie, await aicha.PageAsync(evening.Circle + "?auto=1"));
        evening.House.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.Equal(HttpStatusCode.OK, (await aicha.GetAsync("/mes-acces")).StatusCode);
        Assert.Contains(WatchedEvening.Rosalie, await aicha.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task A_visitor_without_an_account_keeps_the_seat_when_the_night_has_swept_the_visit()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (visitor, _) = await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        await evening.ArriveAsync(visitor);
        await evening.LetInAsync("Ré");
        // A meeting that goes on past midnight.
        await Sql.RunAsync(evening.House, "UPDATE circle SET ends_at = ends_at + 4 * 3600000, closes_at = closes_at + 4 * 3600000");
        evening.House.Clock.MoveTo(ThursdayEvening.AddHours(6));
        await new Nights(evening.House).PassAsync();
        await Sql.RunAsync(evening.House, "DELETE FROM first_visit");
        Assert.Contains(WatchedEvening.Rosalie, await visitor.PageAsync(evening.Circle));
        Assert.Equal(HttpStatusCode.SeeOther, await visitor.PressAsync(evening.Circle, "sortir"));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(evening.Circle, ("geste", "entrer"))).StatusCode);
        Assert.Contains(WatchedEvening.Rosalie, await visitor.PageAsync(evening.Circle));
    }

    static async Task GoAsync(WatchedEvening evening, HttpClient luc, string how)
    {
        switch (how)
        {
            case "leaves": await luc.PressAsync(evening.Circle, "sortir"); break;
            case "is asked to leave": await ObserverPrivacy.EndAsync(evening, "Luc"); break;
            case "the circle is closed by another": await evening.Simone.PressAsync(evening.Circle, "fermer"); break;
            case "the circle closes by itself":
                await Sql.RunAsync(evening.House, "UPDATE circle SET closes_at = 0");
                await evening.House.Services.GetRequiredService<CircleStore>().LookAsync(default);
                break;
            default: await StreamPrivacy.EndGroupAsync(evening); break;
        }
    }
}
