using System.Net;
using Alentour.Tests.Cast;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Speaking;

/// <summary>How people hear each other that evening stands on the page of the circle: first for those who come from afar, further down for those in the room.</summary>
public sealed class HeardFromAfarPage
{
    const string Link = "https://rencontre.example/jeudi";
    const string Hearing = "id=\"hearing-here\"";

    [Fact]
    public async Task Telephone_code_and_link_stand_before_the_ring_from_afar_and_after_it_in_the_room()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        Assert.Equal(HttpStatusCode.SeeOther, (await simone.SendAsync(Group + "/entendre", ("numero", "418 555-0161"), ("code", "4321"), ("lien", Link))).StatusCode);
        var circle = await simone.OpenCircleAsync();
        foreach (var (name, way) in new[] { ("Maude", "Screen"), ("Luc", "Phone"), ("Kateri", "Text"), ("Jean-Guy", "Room") })
        {
            using var browser = await house.SeatedAsync(name, circle, way);
            Assert.Equal((name, way != "Room"), (name, IsFirst(await browser.PageAsync(circle))));
            Assert.Equal((name, way != "Room"), (name, IsFirst(await browser.PageAsync(circle + "?auto=suite"))));
        }
    }

    [Fact]
    public async Task Whoever_goes_to_the_room_finds_it_further_down_and_whoever_goes_home_finds_it_first()
    {
        await using var house = await EveningAsync();
        using var simone = await house.SignedInAsync("Simone");
        await simone.SendAsync(Group + "/entendre", ("numero", "418 555-0161"), ("code", "4321"), ("lien", Link));
        var circle = await simone.OpenCircleAsync();
        foreach (var way in new[] { "Room", "Phone", "Room", "Screen", "Text" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, await simone.PressAsync(circle, "facon", ("valeur", way)));
            Assert.Equal(way != "Room", IsFirst(await simone.PageAsync(circle)));
        }
    }

    [Fact]
    public async Task Where_the_group_has_no_way_to_hear_each_other_the_page_suggests_none()
    {
        await using var house = await EveningAsync();
        await Sql.RunAsync(house, "DELETE FROM group_hearing");
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        using var maude = await house.SeatedAsync("Maude", circle, "Phone");
        using var luc = await house.SeatedAsync("Luc", circle);
        Assert.Contains("Cette page ne porte pas la voix", await luc.PageAsync(circle));
        var page = await maude.PageAsync(circle);
        Assert.Contains("data-live=\"ring\"", page);
        Assert.DoesNotContain(Hearing, page);
        Assert.DoesNotContain("href=\"tel:", page[page.IndexOf("circle-page", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)]);
    }

    /// <summary>Whether all of it stands before the ring; it stands once, and says that the page carries no voice.</summary>
    static bool IsFirst(string page)
    {
        var (ring, hearing) = (page.IndexOf("data-live=\"ring\"", StringComparison.Ordinal), page.IndexOf(Hearing, StringComparison.Ordinal));
        Assert.True(ring > 0 && hearing > 0, page);
        Assert.Equal(hearing, page.LastIndexOf(Hearing, StringComparison.Ordinal));
        var (from, to) = hearing < ring ? (hearing, ring) : (hearing, page.Length);
        foreach (var said in new[] { "href=\"tel:+14185550161\"", "418 555-0161", "4321", Link, "Cette page ne porte pas la voix." })
            Assert.Contains(said, page[from..to].Replace('\u00a0', ' '));
        return hearing < ring;
    }
}
