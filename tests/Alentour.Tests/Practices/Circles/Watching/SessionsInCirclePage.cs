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
        const string copied = "id, circle_id, number, kind, way, person_id, name, quilt_seed, roles, is_newcomer, standing, has_come_round, had_this_round, is_listening, is_away, said_later, has_missed, comes_next, objects, asked, since, left_in, is_light, is_aside, stay";
        await Sql.RunAsync(evening.House, $"""
            INSERT INTO circle (id, group_id, series_id, day, steps, step, turn_order, form, round, last_turn, turn_speaks, words, threshold, asks_number, ends_at, closes_at)
            SELECT '{Guid.Empty}', group_id, '{Guid.Empty}', day, steps, step, turn_order, form, round, last_turn, turn_speaks, 'autres', threshold, asks_number, ends_at, closes_at FROM circle;
            INSERT INTO circle_seat ({copied}) SELECT '{Guid.Empty}', '{Guid.Empty}', {copied.Replace("id, circle_id, ", "", StringComparison.Ordinal)} FROM circle_seat WHERE name = 'Luc'
            """);
        await luc.PressAsync(evening.Circle, "sortir");
        evening.House.Clock.Advance(Idle);
        Assert.Equal(HttpStatusCode.OK, (await luc.GetAsync("/mes-acces")).StatusCode);
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
