using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Cast.Listening;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>The stream belongs to a seat: without it, it is cut at the next event, and that event is not heard.</summary>
public sealed class StreamPrivacy
{
    [Theory]
    [InlineData("leaves")]
    [InlineData("is asked to leave")]
    [InlineData("leaves the group")]
    [InlineData("erases the account")]
    [InlineData("is invited no more")]
    [InlineData("another tablet opens")]
    public async Task Whoever_sits_there_no_longer_is_cut_off_at_the_next_event(string how)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var browser = await SeatAsync(evening, how);
        await using var stays = await LiveBrowser.OpenAsync(evening.Simone, evening.Circle + "/flux");
        await using var goes = await LiveBrowser.OpenAsync(browser, evening.Circle + "/flux");
        await stays.NextAsync();
        await goes.NextAsync();
        await GoAsync(evening, browser, how);
        await stays.NextAsync();
        await goes.EndedAsync();
        var last = $"{await Sql.NumberAsync(evening.House, "SELECT sequence FROM live_topic")}";
        while (goes.HasMore)
            Assert.NotEqual(last, (await goes.NextAsync()).Words);
        Assert.False(stays.IsEnded);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(evening.Circle + "/flux")).StatusCode);
        Assert.DoesNotContain(WatchedEvening.Rosalie, await browser.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task When_the_circle_closes_or_its_group_ends_all_hear_that_it_is_over()
    {
        foreach (var isGroup in new[] { false, true })
        {
            await using var evening = await WatchedEvening.ComesAsync();
            var (visitor, _) = await evening.AnnouncedAsync("Ré");
            await evening.BeginAsync();
            await evening.ArriveAsync(visitor);
            await evening.LetInAsync("Ré");
            await using var stream = await LiveBrowser.OpenAsync(visitor, evening.Circle + "/flux");
            await stream.NextAsync();
            if (isGroup)
                await EndGroupAsync(evening);
            else
                Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "fermer"));
            while ((await stream.NextAsync()).Kind != "fin")
                continue;
            await stream.EndedAsync();
            Assert.Equal("", await evening.RowsAsync());
        }
    }

    internal static async Task EndGroupAsync(WatchedEvening evening)
    {
        foreach (var name in new[] { "Maude", "Luc", "Kateri", "Jean-Guy", "Simone" })
            await (await evening.InAsync(name)).SendAsync(Group + "/entre-nous", ("geste", "partir"), ("sur", "oui"));
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM mutual_aid_group WHERE slug = 'cercle-du-jeudi'"));
    }

    static async Task<HttpClient> SeatAsync(WatchedEvening evening, string how)
    {
        if (how == "another tablet opens")
            return await evening.TabletAsync();
        if (how != "is invited no more")
            return await evening.SeatedAsync("Luc");
        await ObserverPrivacy.InviteAsync(evening, "Nadia", "inviter");
        return await evening.SeatedAsync("Nadia");
    }

    static async Task GoAsync(WatchedEvening evening, HttpClient browser, string how)
    {
        switch (how)
        {
            case "leaves": await browser.PressAsync(evening.Circle, "sortir"); break;
            case "is asked to leave": await ObserverPrivacy.EndAsync(evening, "Luc"); break;
            case "leaves the group": await browser.SendAsync(Group + "/entre-nous", ("geste", "partir")); break;
            case "erases the account": await browser.SendAsync("/mes-donnees/effacer", ("oui", "true")); break;
            case "is invited no more": await ObserverPrivacy.InviteAsync(evening, "Nadia", "ne-plus-inviter"); break;
            default: await evening.TabletAsync(); break;
        }
    }
}
