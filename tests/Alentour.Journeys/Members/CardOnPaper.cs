using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Microsoft.Playwright;

namespace Alentour.Journeys.Members;

/// <summary>The card goes into a wallet that others may open: on paper it is six words, and the name of the house only for who wishes it.</summary>
public sealed class CardOnPaper(Browser browser)
{
    const double PixelsPerMillimetre = 96 / 25.4;

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task It_is_as_large_as_a_bank_card_and_says_nothing_but_its_words(int width, bool scripts)
    {
        await using var house = await House.OpenAsync();
        await browser.WalkAsync(house, new Screen(width, scripts), async walk =>
        {
            await walk.GoAsync("/ouvrir");
            await walk.Page.FillAsync("#nom", "Zoé du quai");
            await walk.Page.CheckAsync("[name=majeur]");
            await walk.PressAsync(walk.Say("open.press"));
            var words = string.Join(' ', await walk.Main.Locator(".sign-in-card li").AllInnerTextsAsync());
            Assert.DoesNotContain("Le Rivage", await walk.Page.TitleAsync());
            await walk.Page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.Equal(words, await walk.WordsAsync());
            var card = await walk.BoxAsync(walk.Main.Locator(".sign-in-card"));
            Assert.Equal(85.6, card.Width / PixelsPerMillimetre, 1.0);
            Assert.Equal(54, card.Height / PixelsPerMillimetre, 1.0);

            await walk.Page.EmulateMediaAsync(new() { Media = Media.Screen });
            await walk.Page.CheckAsync("#carte-nommee");
            await walk.LookAsync();
            await walk.Page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.Equal(words + " Le Rivage", await walk.WordsAsync());
            card = await walk.BoxAsync(walk.Main.Locator(".sign-in-card"));
            Assert.Equal(54, card.Height / PixelsPerMillimetre, 1.0);
        });
    }
}
