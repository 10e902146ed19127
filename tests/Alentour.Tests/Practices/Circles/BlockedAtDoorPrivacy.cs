using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.People;
using Alentour.Tests.Practices.Circles.Watching;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles;

/// <summary>
/// By whichever door somebody comes, and however old the page is by which they come: whoever no longer wishes to see a person reads that this
/// person sits there before anybody sees them. Nobody else notices anything.
/// </summary>
public sealed class BlockedAtDoorPrivacy
{
    const string There = "que vous ne souhaitez plus voir, est dans ce cercle";
    const string Since = "a pris place depuis que cette page est ouverte";

    [Fact]
    public async Task An_entrance_that_grew_old_seats_nobody_beside_somebody_who_came_meanwhile()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, kateri) = (await evening.InAsync("Maude"), await evening.InAsync("Kateri"));
        await BlockPrivacy.BlockAsync(maude, "Luc", CircleSteps.Group + "/entre-nous");
        var (old, other) = (await maude.PageAsync(evening.Circle), await kateri.PageAsync(evening.Circle));
        Assert.Equal("", SeenOn(old));
        var luc = await evening.SeatedAsync("Luc");
        var before = await evening.RowsAsync();
        var answer = await maude.SendAsync(evening.Circle, ("geste", "entrer"), ("valeur", "Text"), ("ecouter", "oui"), ("vu", SeenOn(old)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(Since, shown);
        Assert.Contains($"Luc, {There}", shown);
        Assert.Matches("""value="Text" checked""", shown);
        Assert.Matches("""value="oui" checked""", shown);
        Assert.Equal(before, await evening.RowsAsync());
        Assert.DoesNotContain("Maude", Under(await luc.PageAsync(evening.Circle)).Keys);
        // Whoever blocked nobody comes by a page as old.
        Assert.Equal(HttpStatusCode.SeeOther, (await kateri.SendAsync(evening.Circle, ("geste", "entrer"), ("valeur", "Screen"), ("vu", SeenOn(other)))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.EnterAsync(evening.Circle, shown)).StatusCode);
        Assert.Contains("Maude", Under(await luc.PageAsync(evening.Circle)).Keys);
        // Sent twice, because the answer was lost on the way: the seat is hers.
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.EnterAsync(evening.Circle, old)).StatusCode);
    }

    [Fact]
    public async Task What_was_read_of_one_person_says_nothing_of_another()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.InAsync("Maude");
        foreach (var name in new[] { "Luc", "Kateri" })
            await BlockPrivacy.BlockAsync(maude, name, CircleSteps.Group + "/entre-nous");
        var luc = await evening.SeatedAsync("Luc");
        var old = await maude.PageAsync(evening.Circle);
        Assert.NotEqual("", SeenOn(old));
        Assert.Equal(HttpStatusCode.SeeOther, await luc.PressAsync(evening.Circle, "sortir"));
        await evening.SeatedAsync("Kateri");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maude.EnterAsync(evening.Circle, old)).StatusCode);
        // Whoever was blocked comes in as anybody does, whatever their page says they saw.
        var page = await luc.PageAsync(evening.Circle);
        Assert.Equal("", SeenOn(page));
        Assert.Equal(HttpStatusCode.SeeOther, (await luc.EnterAsync(evening.Circle, old)).StatusCode);
    }

    [Fact]
    public async Task The_threshold_looks_different_to_its_script_once_somebody_blocked_sits_down_and_to_nobody_else()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var aicha = await AichaAsync(evening);
        await evening.AnnouncedAsync("Ré", aicha);
        var (other, _) = await evening.AnnouncedAsync("Bé", await evening.InAsync("Océane"));
        await evening.BeginAsync();
        await evening.ArriveAsync(aicha);
        await evening.ArriveAsync(other);
        var before = (State(await aicha.PageAsync(evening.Circle)), State(await other.PageAsync(evening.Circle)));
        Assert.Equal(before.Item1, before.Item2);
        await evening.SeatedAsync("Maude");
        Assert.NotEqual(before.Item1, State(await aicha.PageAsync(evening.Circle + "?auto=1")));
        Assert.Equal(before.Item2, State(await other.PageAsync(evening.Circle + "?auto=1")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_first_visit_that_went_out_chooses_before_it_comes_back(bool onAnotherDevice)
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var aicha = await AichaAsync(evening);
        var (_, words) = await evening.AnnouncedAsync("Ré", onAnotherDevice ? null : aicha);
        await evening.BeginAsync();
        var first = onAnotherDevice ? evening.Somebody() : aicha;
        await first.SendAsync("/cercles/arriver", ("geste", "mots"), ("mots", words));
        await evening.ArriveAsync(first);
        await evening.LetInAsync("Ré");
        Assert.Equal(HttpStatusCode.SeeOther, await first.PressAsync(evening.Circle, "sortir"));
        await evening.SeatedAsync("Maude");
        await aicha.SendAsync("/cercles/arriver", ("geste", "mots"), ("mots", words));
        await evening.ArriveAsync(aicha);
        Assert.DoesNotContain("Ré", await evening.ShownAsync());
        var page = await aicha.PageAsync(evening.Circle);
        Assert.Contains($"Maude, {There}", page);
        Assert.Equal(HttpStatusCode.SeeOther, (await aicha.EnterAsync(evening.Circle, page)).StatusCode);
        Assert.Contains("Ré", await evening.ShownAsync());
        Assert.Contains("À vous de choisir", await aicha.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task Whoever_is_let_in_by_a_name_alone_takes_the_seat_themself_after_reading_who_sits_there()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        var (aicha, stranger) = (await AichaAsync(evening), evening.Somebody());
        foreach (var name in new[] { "Ré", "Bé" })
            await evening.AnnouncedAsync(name);
        await evening.BeginAsync();
        await evening.SeatedAsync("Maude");
        foreach (var (browser, name, reads) in new[] { (aicha, "Ré", true), (stranger, "Bé", false) })
        {
            await browser.SendAsync("/cercles/arriver", ("geste", "nom"), ("groupe", "cercle-du-jeudi"), ("nom", name));
            Assert.DoesNotContain(There, await browser.PageAsync("/cercles/arriver?attente=1"));
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(evening.Circle)).StatusCode);
            await evening.LetInAsync(name);
            // To those who sit there both are alike: opened, and not there yet.
            Assert.DoesNotContain(name, await evening.ShownAsync());
            Assert.DoesNotContain($"{name} est au seuil", await evening.Simone.PageAsync(evening.Circle));
            Assert.Equal(evening.Circle, (await browser.GetAsync("/cercles/arriver?attente=1")).Headers.Location?.OriginalString);
            var page = await browser.PageAsync(evening.Circle);
            Assert.Equal(reads, page.Contains($"Maude, {There}", StringComparison.Ordinal));
            Assert.DoesNotContain(WatchedEvening.Rosalie, page);
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.EnterAsync(evening.Circle, page)).StatusCode);
            Assert.Contains(name, await evening.ShownAsync());
        }
    }

    [Fact]
    public async Task The_screen_of_the_room_is_no_way_round()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.InAsync("Maude");
        await BlockPrivacy.BlockAsync(maude, "Luc", CircleSteps.Group + "/entre-nous");
        await maude.SendAsync("/cercles/tablette", ("mots", evening.Words));
        await evening.SeatedAsync("Luc");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maude.SendAsync(evening.Circle, ("geste", "entrer"), ("valeur", "Room"))).StatusCode);
        Assert.DoesNotContain("Maude", await evening.ShownAsync());
    }

    /// <summary>She and Maude sit on a committee of another group, and she no longer wishes to see Maude.</summary>
    static async Task<HttpClient> AichaAsync(WatchedEvening evening)
    {
        var aicha = await evening.InAsync("Aïcha");
        await BlockPrivacy.BlockAsync(aicha, "Maude", "/groupes/comite-de-l-assemblee/entre-nous");
        return aicha;
    }

    static string State(string page) => Regex.Match(page, "data-state=\"([^\"]*)\"").Groups[1].Value;
}
