using System.Net;
using System.Text.RegularExpressions;
using Alentour.Practices.Circles;
using Alentour.Tests.Cast;
using Alentour.Tests.Practices.Circles.Watching;
using Microsoft.Extensions.DependencyInjection;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Hands;

/// <summary>What the page of the keeper and those beside it promise: that nothing typed is lost, who is new, when a turn ends, who can read.</summary>
public sealed partial class KeepingPage
{
    [Fact]
    public async Task A_page_with_fields_does_not_come_again_by_itself_and_says_so()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var (maude, luc) = (await evening.SeatedAsync("Maude"), await evening.SeatedAsync("Luc"));
        Assert.Contains("http-equiv=\"refresh\"", await luc.PageAsync(evening.Circle));
        Assert.DoesNotContain("ne se rafraîchit pas", await luc.PageAsync(evening.Circle));
        await maude.PressAsync(evening.Circle, "soutien", ("valeur", "oui"));
        await luc.PressAsync(evening.Circle, "a-part");
        foreach (var browser in new[] { evening.Simone, maude, luc })
        {
            var page = await browser.PageAsync(evening.Circle);
            Assert.DoesNotContain("http-equiv=\"refresh\"", page);
            Assert.Contains(Noscripts().Matches(page), m => m.Value.Contains("ne se rafraîchit pas") && m.Value.Contains($"href=\"{evening.Circle}\""));
        }
        // On a light page no script would refresh it either: the sentence is for everybody.
        foreach (var browser in new[] { evening.Simone, luc })
        {
            await browser.PressAsync(evening.Circle, "alleger", ("valeur", "oui"));
            var page = await browser.PageAsync(evening.Circle);
            Assert.DoesNotContain("http-equiv=\"refresh\"", page);
            Assert.Contains("ne se rafraîchit pas", Noscripts().Replace(page, ""));
        }
    }

    [Theory, InlineData("NewcomersFirst", "Gilles"), InlineData("BySeat", "Maude")]
    public async Task Whoever_is_there_for_the_first_time_without_a_screen_is_a_newcomer(string order, string next)
    {
        await using var evening = await WatchedEvening.OpenAsync();
        await Sql.RunAsync(evening.House, $"UPDATE circle SET turn_order = '{order}'");
        Assert.True((await evening.Simone.OfferAsync(evening.Circle, "asseoir")).Has("premiere", "oui"));
        Assert.Equal(HttpStatusCode.SeeOther, await evening.Simone.PressOfferedAsync(evening.Circle, "asseoir", null, ("texte", "Gilles"), ("valeur", "Phone"), ("premiere", "oui")));
        await evening.SeatedAsync("Maude");
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        if (order == "BySeat")
        {
            await evening.Simone.PressOfferedAsync(evening.Circle, "passer");
            await evening.Simone.PressOfferedAsync(evening.Circle, "passer", await evening.SeatAsync(WatchedEvening.Rosalie));
        }
        Assert.Equal($"Le galet est chez {next}", Centre(await evening.Simone.PageAsync(evening.Circle)));
    }

    [Fact]
    public async Task A_turn_that_lapses_says_first_that_it_comes_back_and_then_that_it_ends()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var circles = evening.House.Services.GetRequiredService<CircleStore>();
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        Assert.Contains("revient chez vous à la fin", await evening.Simone.PageAsync(evening.Circle));
        evening.House.Clock.Advance(TimeSpan.FromMinutes(2.1));
        await circles.LookAsync(default);
        await evening.Simone.PressOfferedAsync(evening.Circle, "passer", await evening.SeatAsync(WatchedEvening.Rosalie));
        var page = await evening.Simone.PageAsync(evening.Circle);
        Assert.Equal("Le galet est chez vous", Centre(page));
        Assert.DoesNotContain("revient chez vous à la fin", page);
        Assert.Contains("votre tour sera derrière vous pour cette étape", page);
        evening.House.Clock.Advance(TimeSpan.FromMinutes(2.1));
        await circles.LookAsync(default);
        Assert.Equal("La ronde est faite", Centre(await evening.Simone.PageAsync(evening.Circle)));
    }

    [Fact]
    public async Task Going_back_or_round_again_warns_that_it_ends_a_turn()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        await evening.Simone.PressAsync(evening.Circle, "etape", ("valeur", "2"));
        Assert.DoesNotContain("a la parole", OtherSteps().Match(await evening.Simone.PageAsync(evening.Circle)).Value);
        await evening.Simone.PressOfferedAsync(evening.Circle, "passer");
        await evening.Simone.PressOfferedAsync(evening.Circle, "parler", await evening.SeatAsync(WatchedEvening.Rosalie));
        Assert.Contains($"{WatchedEvening.Rosalie} a la parole", OtherSteps().Match(await evening.Simone.PageAsync(evening.Circle)).Value);
    }

    [Fact]
    public async Task The_tablet_says_who_can_read_it_and_what_nobody_can_know()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var page = await (await evening.TabletAsync()).PageAsync(evening.Circle);
        Assert.Contains("L’hébergeur pourrait techniquement la lire pendant la rencontre", page);
        Assert.Contains("Rien ne permet de savoir si une personne ment", page);
    }

    [GeneratedRegex("<noscript>.*?</noscript>", RegexOptions.Singleline)]
    private static partial Regex Noscripts();

    [GeneratedRegex("id=\"other-steps\".*?</details>", RegexOptions.Singleline)]
    private static partial Regex OtherSteps();
}
