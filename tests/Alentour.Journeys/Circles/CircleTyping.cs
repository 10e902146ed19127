using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;

namespace Alentour.Journeys.Circles;

/// <summary>What somebody types in a circle arrives once, and nothing of it is lost while the page lives.</summary>
public sealed class CircleTyping(Browser browser)
{
    [Fact]
    public async Task Three_names_typed_one_after_the_other_are_three_people()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Desk, async simone =>
        {
            await simone.EnterAsAsync("Simone");
            await simone.GoAsync(evening.Circle);
            await simone.Page.Locator("#seat-someone > summary").ClickAsync();
            foreach (var name in new[] { "Rosalie", "Gaston", "Berthe" })
            {
                await simone.Page.Locator("#nom-place").PressSequentiallyAsync(name);
                await simone.Page.RunAndWaitForResponseAsync(() => simone.Page.Keyboard.PressAsync("Enter"), answer => answer.Request.Method == "POST");
                await simone.SeatsAsync(name);
            }
            Assert.Equal(["Berthe", "Gaston", "Rosalie"], (await Sql.TextsAsync(evening.House, "SELECT name FROM circle_seat WHERE kind = 'ByHand'")).Order());
        });
    }

    [Fact]
    public async Task Two_messages_from_a_field_that_keeps_the_focus_both_arrive_and_what_is_typed_meanwhile_stays()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Phone, async luc =>
        {
            await evening.ComeAsync(luc, "Luc");
            await evening.BeginAsync();
            await evening.PressAsync("Simone", "passer");
            await luc.ChooseAsync("parler");
            var field = luc.Page.Locator("#texte");
            await field.WaitForAsync();
            // Safari gives no focus to a button: the field keeps it.
            async Task SendAsync(string words)
            {
                await field.PressSequentiallyAsync(words);
                await luc.Page.RunAndWaitForResponseAsync(() => luc.Page.EvaluateAsync("() => document.querySelector('#texte').form.querySelector('button[value=ecrire]').click()"), answer => answer.Request.Method == "POST");
            }
            await SendAsync("premier mot");
            await luc.HearsAsync("premier mot");
            await luc.Page.RouteAsync("**" + evening.Circle, async route =>
            {
                if (route.Request.Method == "POST")
                    await field.PressSequentiallyAsync(", et la suite");
                await route.ContinueAsync();
            });
            await SendAsync("deuxième mot");
            await luc.HearsAsync("deuxième mot");
            await luc.Page.UnrouteAllAsync();
            Assert.Equal("deuxième mot, et la suite", await field.InputValueAsync());
            await field.FillAsync("troisième mot");
            await SendAsync("");
            await luc.HearsAsync("troisième mot");
            Assert.Equal(["deuxième mot", "premier mot", "troisième mot"], (await Sql.TextsAsync(evening.House, "SELECT said FROM circle_word")).Order());
        });
    }

    [Fact]
    public async Task A_page_without_script_stays_put_while_it_offers_a_field_and_a_light_one_looks_again_by_itself()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, new Screen(360, Scripts: false), async luc =>
        {
            await evening.ComeAsync(luc, "Luc");
            var looksAgain = luc.Page.Locator("meta[http-equiv=refresh]");
            Assert.StartsWith("30;", await looksAgain.GetAttributeAsync("content"), StringComparison.Ordinal);
            await evening.BeginAsync();
            await evening.PressAsync("Simone", "passer");
            await luc.Page.ReloadAsync();
            await luc.ChooseAsync("parler");
            await luc.Page.Locator("#texte").WaitForAsync();
            Assert.Equal(0, await looksAgain.CountAsync());
        });
        await browser.WalkAsync(evening.House, Screen.Phone, async maude =>
        {
            await evening.ComeAsync(maude, "Maude");
            await maude.WithValueAsync("alleger", "oui");
            await maude.Page.Locator(".circle-page.light").WaitForAsync();
            Assert.StartsWith("60;", await maude.Page.Locator("head > meta[http-equiv=refresh]").GetAttributeAsync("content"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_second_press_on_the_same_spot_gives_no_turn_away()
    {
        await using var evening = await Evening.OpenAsync();
        await Sql.RunAsync(evening.House, "UPDATE circle SET turn_order = 'Pebble'");
        await browser.WalkAsync(evening.House, Screen.Phone, async luc =>
        {
            await evening.ComeAsync(luc, "Luc");
            using var maude = await evening.House.SignedInAsync("Maude");
            await maude.PostAsync(evening.Circle, new FormUrlEncodedContent([new("geste", "entrer"), new("valeur", "Screen")]));
            await evening.BeginAsync();
            await evening.PressAsync("Simone", "passer");
            var speak = luc.Page.Locator("button[value=parler]").First;
            await speak.ScrollIntoViewIfNeededAsync();
            await Microsoft.Playwright.Assertions.Expect(luc.Page.Locator(".just-now")).ToHaveCountAsync(0);
            var spot = (await speak.BoundingBoxAsync())!;
            for (var press = 0; press < 2; press++)
            {
                await luc.Page.Mouse.ClickAsync(spot.X + spot.Width / 2, spot.Y + spot.Height / 2);
                await Task.Delay(600);
            }
            await luc.HearsAsync(luc.Say("circle.centre.youSpeak"));
            Assert.Equal(1, await Sql.NumberAsync(evening.House, "SELECT turn_speaks FROM circle"));
        });
    }
}
