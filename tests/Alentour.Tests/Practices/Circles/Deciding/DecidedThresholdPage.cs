using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles.Watching;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Deciding;

/// <summary>Who says « entrez » is the group's decision: any member who sits there, the keeper alone, or nobody where the words suffice.</summary>
public sealed class DecidedThresholdPage
{
    const string Visitor = "Zéphir-Canari";

    [Fact]
    public async Task Where_the_keeper_lets_in_no_other_member_can_and_the_keeper_does()
    {
        var (evening, visitor, maude) = await AtThresholdAsync("Keeper");
        await using var _ = evening;
        var arrival = (await Sql.TextsAsync(evening.House, "SELECT id FROM circle_arrival")).Single();
        var page = await maude.PageAsync(evening.Circle);
        Assert.DoesNotContain("value=\"entrez\"", page);
        Assert.Contains("Quelqu’un attend au seuil.", page);
        var rows = await evening.RowsAsync();
        foreach (var press in new[] { "entrez", "pas-ce-soir" })
        {
            var answer = await maude.SendAsync(evening.Circle, ("geste", press), ("place", arrival));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Votre groupe a décidé qui dit « entrez », et ce n’est pas vous cette fois.", (await ReadAsync(answer)).Replace('\u00a0', ' '));
        }
        Assert.Equal(rows, await evening.RowsAsync());
        Assert.DoesNotContain("circle-ring", await visitor.PageAsync(evening.Circle));
        Assert.Contains("value=\"entrez\"", await evening.Simone.PageAsync(evening.Circle));
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressAsync(evening.Circle, "entrez", ("place", arrival)));
        Assert.Contains(Visitor, await evening.ShownAsync());
        Assert.Contains("circle-ring", await visitor.PageAsync(evening.Circle));
    }

    [Fact]
    public async Task Handing_the_circle_over_hands_the_threshold_over()
    {
        var (evening, _, maude) = await AtThresholdAsync("Keeper");
        await using var __ = evening;
        var arrival = (await Sql.TextsAsync(evening.House, "SELECT id FROM circle_arrival")).Single();
        await evening.Simone.PressAsync(evening.Circle, "confier", ("place", await evening.SeatAsync("Maude")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await evening.Simone.PressAsync(evening.Circle, "entrez", ("place", arrival)));
        Assert.DoesNotContain(Visitor, await evening.ShownAsync());
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(evening.Circle, "entrez", ("place", arrival)));
        Assert.Contains(Visitor, await evening.ShownAsync());
    }

    [Fact]
    public async Task Where_anybody_lets_in_a_member_who_does_not_keep_it_does()
    {
        var (evening, _, maude) = await AtThresholdAsync("Anyone");
        await using var __ = evening;
        var arrival = (await Sql.TextsAsync(evening.House, "SELECT id FROM circle_arrival")).Single();
        Assert.Equal(HttpStatusCode.SeeOther, await maude.PressAsync(evening.Circle, "entrez", ("place", arrival)));
        Assert.Contains(Visitor, await evening.ShownAsync());
    }

    [Fact]
    public async Task Where_words_suffice_they_seat_at_once_and_a_name_alone_waits_all_the_same()
    {
        var (evening, visitor, _) = await AtThresholdAsync("Words");
        await using var __ = evening;
        Assert.Contains("circle-ring", await visitor.PageAsync(evening.Circle));
        Assert.Contains(Visitor, await evening.ShownAsync());
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        using var unknown = evening.House.Newcomer();
        await unknown.SendAsync("/cercles/arriver", ("geste", "nom"), ("groupe", "cercle-du-jeudi"), ("nom", "Ré-Canari"));
        Assert.Equal(1, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        Assert.DoesNotContain("Ré-Canari", await evening.ShownAsync());
        Assert.DoesNotContain("circle-ring", await unknown.PageAsync(evening.Circle));
    }

    /// <summary>The group decided who lets in; a first visit says « me voici » with its words, and another one was announced by name.</summary>
    static async Task<(WatchedEvening Evening, HttpClient Visitor, HttpClient Maude)> AtThresholdAsync(string threshold)
    {
        var evening = await WatchedEvening.ComesAsync();
        await evening.Simone.DecideAsync(("seuil", threshold));
        var (visitor, _) = await evening.AnnouncedAsync(Visitor);
        await evening.AnnouncedAsync("Ré-Canari");
        await evening.BeginAsync();
        var maude = await evening.SeatedAsync("Maude");
        await evening.ArriveAsync(visitor);
        return (evening, visitor, maude);
    }

    static async Task<string> ReadAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}
