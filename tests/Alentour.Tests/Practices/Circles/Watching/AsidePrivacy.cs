using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>A sign is read by whoever receives it, and words aside by the two: by nobody else, the keeper and the tablet included.</summary>
public sealed class AsidePrivacy
{
    [Fact]
    public async Task A_sign_is_read_by_the_one_who_speaks_alone_and_goes_with_the_turn()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc, tablet) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"), await evening.TabletAsync());
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "1"));
        await evening.Simone.PressAsync(evening.Circle, "parler");
        var before = await PagesAsync(evening, maude, tablet);
        Assert.DoesNotContain("circle-sign", await evening.Simone.PageAsync(evening.Circle));
        Assert.Equal(HttpStatusCode.SeeOther, await luc.PressAsync(evening.Circle, "entends"));
        Assert.Contains("circle-sign", await evening.Simone.PageAsync(evening.Circle));
        Assert.Equal(before, await PagesAsync(evening, maude, tablet));
        await evening.Simone.PressAsync(evening.Circle, "fini");
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_sign"));
        Assert.DoesNotContain("circle-sign", await evening.Simone.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task Words_aside_are_read_by_the_two_alone()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc, tablet) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"), await evening.TabletAsync());
        var kateri = await evening.SeatedAsync("Kateri");
        await maude.PressAsync(evening.Circle, "soutien", ("valeur", "oui"));
        await luc.PressAsync(evening.Circle, "a-part");
        await kateri.PressAsync(evening.Circle, "a-part");
        Assert.Equal(HttpStatusCode.SeeOther, await luc.PressAsync(evening.Circle, "ecrire", ("place", await evening.SeatAsync("Maude")), ("texte", "canariaside"), ("cle", "aside")));
        foreach (var reader in new[] { maude, luc })
            Assert.Contains("canariaside", await reader.PageAsync(evening.Circle));
        foreach (var other in new[] { evening.Simone, kateri, tablet })
            foreach (var address in new[] { "", "?auto=1", "?auto=suite" })
                Assert.DoesNotContain("canariaside", await other.PageAsync(evening.Circle + address));
        // The others see that they rest, and not with whom they are.
        Assert.Equal(Under(await evening.Simone.PageAsync(evening.Circle))["Luc"], Under(await evening.Simone.PageAsync(evening.Circle))["Kateri"]);
    }

    [Fact]
    public async Task Nobody_learns_that_somebody_was_asked_to_leave_by_one_alone()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"));
        var before = await PagesAsync(evening, evening.Simone, luc);
        await maude.PressAsync(evening.Circle, "depart", ("place", await evening.SeatAsync("Luc")));
        Assert.Equal(before, await PagesAsync(evening, evening.Simone, luc));
    }

    /// <summary>What these read, the keys of forms and the number of the last event apart.</summary>
    static async Task<string> PagesAsync(WatchedEvening evening, params HttpClient[] browsers)
    {
        var pages = "";
        foreach (var browser in browsers)
            pages += System.Text.RegularExpressions.Regex.Replace(await browser.PageAsync(evening.Circle), """name="cle" value="[0-9a-f]+"|data-number="\d+[" ]""", "");
        return pages;
    }
}
