using Alentour.Journeys.Frame;
using Microsoft.Playwright;

namespace Alentour.Journeys.Circles;

/// <summary>A circle as it lives on several screens at once: what one presses the others see, and nobody loses a word, a place or the way out.</summary>
public sealed class CircleLive(Browser browser)
{
    const string Centre = ".centre strong";

    [Theory]
    [InlineData(360, 1280)]
    [InlineData(1280, 360)]
    public async Task One_passes_and_the_other_sees_it_within_a_second(int ofWhoPasses, int ofWhoSees)
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, new Screen(ofWhoPasses), async maude =>
        {
            await evening.ComeAsync(maude, "Maude");
            await browser.WalkAsync(evening.House, new Screen(ofWhoSees), async luc =>
            {
                await evening.ComeAsync(luc, "Luc");
                await evening.BeginAsync();
                await evening.PressAsync("Simone", "passer");
                await SaysAsync(maude, "circle.centre.you");
                await SaysAsync(luc, "circle.centre.has", ("name", "Maude"));
                await maude.Way(maude.Say("circle.pass")).ClickAsync();
                await SaysAsync(luc, "circle.centre.you", within: 1000);
                await SaysAsync(maude, "circle.centre.has", ("name", "Luc"));
                Assert.Equal(evening.Circle, maude.Here);
                await luc.Way(luc.Say("circle.speak")).ClickAsync();
                await SaysAsync(maude, "circle.centre.speaks", ("name", "Luc"));
                await maude.Way(maude.Say("circle.sign.Thanks")).ClickAsync();
                await luc.SeesAsync(luc.Say("circle.signOf.Thanks", ("name", "Maude")));
            });
        });
    }

    [Fact]
    public async Task Without_script_the_page_comes_again_by_itself_and_is_no_sign()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, new Screen(360, Scripts: false), async luc =>
        {
            await evening.ComeAsync(luc, "Luc");
            await evening.BeginAsync();
            await luc.Page.WaitForURLAsync("**?auto=1", new() { Timeout = 45_000 });
            await SaysAsync(luc, "circle.centre.has", ("name", "Simone"));
            await luc.LookAsync();
            await evening.PressAsync("Simone", "passer");
            await luc.PressAsync(luc.Say("circle.refresh"));
            await luc.PressAsync(luc.Say("circle.speak"));
            Assert.Equal(evening.Circle, luc.Here);
            await SaysAsync(luc, "circle.centre.youSpeak");
        });
    }

    [Fact]
    public async Task What_one_types_and_opens_and_has_in_hand_stays_while_the_circle_goes_on()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Phone, async maude =>
        {
            await evening.ComeAsync(maude, "Maude");
            await evening.BeginAsync();
            await evening.PressAsync("Simone", "passer");
            await maude.Way(maude.Say("circle.speak")).ClickAsync();
            await maude.Page.Locator("#texte").PressSequentiallyAsync("Je voulais vous ");
            await maude.Page.Locator("#way > summary").ClickAsync();
            await maude.Page.Locator("#texte").FocusAsync();
            var top = (await maude.BoxAsync(maude.Page.Locator("#texte"))).Y;

            await evening.SeatByHandAsync("Phone", "Noé", "Solange");
            await maude.SeesAsync("Solange");
            await maude.Page.Keyboard.TypeAsync("dire");
            Assert.Equal("Je voulais vous dire", await maude.Page.InputValueAsync("#texte"));
            Assert.True(await maude.Page.EvaluateAsync<bool>("() => document.querySelector('#way').open"));
            Assert.InRange((await maude.BoxAsync(maude.Page.Locator("#texte"))).Y, top - 2, top + 2);

            // The pebble goes back: the words stay where they are, and sending them says why they do not go.
            await evening.PressAsync("Simone", "revient");
            await maude.SeesAsync(maude.Say("circle.choose"));
            Assert.Equal("Je voulais vous dire", await maude.Page.InputValueAsync("#texte"));
            maude.Complaints.Expect(evening.Circle, 422);
            await maude.Way(maude.Say("circle.writePress")).ClickAsync();
            await Assertions.Expect(maude.Page.Locator(".circle-told [role=alert]")).ToHaveTextAsync(maude.Say("circle.refusal.notSpeaking"));
            await Assertions.Expect(maude.Page.Locator(".circle-told [role=alert]")).ToBeFocusedAsync();
            Assert.Equal("Je voulais vous dire", await maude.Page.InputValueAsync("#texte"));
        });
    }

    [Fact]
    public async Task Words_that_went_leave_the_field_and_are_read_by_all()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Desk, async simone =>
        {
            await evening.ComeAsync(simone, "Simone", enters: false);
            await evening.SeatAsync("Luc");
            await evening.BeginAsync();
            await simone.Way(simone.Say("circle.speak")).ClickAsync();
            await simone.Page.FillAsync("#texte", "Bonsoir à vous.");
            await simone.Way(simone.Say("circle.writePress")).ClickAsync();
            await simone.SeesAsync("Bonsoir à vous.");
            Assert.Equal("", await simone.Page.InputValueAsync("#texte"));
            await simone.Page.Locator("#close > summary").ClickAsync();
            await simone.PressAsync(simone.Say("circle.closePress"));
            await simone.Page.WaitForURLAsync("**/cercles/ferme");
        });
    }

    [Fact]
    public async Task Where_the_stream_is_refused_the_page_asks_by_itself()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Phone, async luc =>
        {
            luc.Complaints.Expect(evening.Circle + "/flux", 503);
            await luc.Context.RouteAsync("**/flux", route => route.FulfillAsync(new() { Status = 503 }));
            await evening.ComeAsync(luc, "Luc");
            await evening.BeginAsync();
            await SaysAsync(luc, "circle.centre.has", within: 15_000, values: [("name", "Simone")]);
        });
    }

    [Fact]
    public async Task Whoever_waits_at_the_threshold_is_let_in_without_a_press_and_the_closing_is_seen_by_all()
    {
        await using var evening = await Evening.OpenAsync();
        await browser.WalkAsync(evening.House, Screen.Phone, async florence =>
        {
            await florence.GoAsync(Evening.Group + "/je-viens");
            await florence.Page.FillAsync("[name=nom]", "Florence");
            await florence.Page.Locator("main form button.solid").First.ClickAsync();
            await florence.GoAsync("/cercles/arriver");
            await florence.PressAsync(florence.Say("arrive.here"));
            await florence.SeesAsync(florence.Say("threshold.lead"));
            await florence.LookAsync();
            await browser.WalkAsync(evening.House, Screen.Desk, async simone =>
            {
                await evening.ComeAsync(simone, "Simone", enters: false);
                await simone.SeesAsync(simone.Say("circle.atThreshold", ("name", "Florence")));
                await simone.Way(simone.Say("circle.comeIn")).ClickAsync();
                // The threshold asks every ten seconds.
                await florence.HearsAsync(florence.Say("circle.choose"));
                Assert.Equal(evening.Circle, new Uri(florence.Page.Url).AbsolutePath);
            });
            florence.Complaints.Expect(evening.Circle + "?auto=1", 404);
            florence.Complaints.Expect(evening.Circle + "?auto=suite", 404);
            florence.Complaints.Expect(evening.Circle + "/flux", 404);
            await evening.PressAsync("Simone", "fermer");
            await florence.SeesAsync(florence.Say("over.title"));
        });
    }

    internal static Task SaysAsync(Walk walk, string key, (string, object)? value = null, int within = 5000, (string, object)[]? values = null) =>
        Assertions.Expect(walk.Page.Locator(Centre)).ToHaveTextAsync(walk.Say(key, [.. values ?? (value is { } one ? [one] : [])]), new() { Timeout = within });
}
