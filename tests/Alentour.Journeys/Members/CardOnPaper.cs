using System.Text.Json;
using Alentour.Community.People.Cards;
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
    // The words of a card are drawn, so that a journey meets a long one once in many runs: here the card shows them all, also in the letters of a phone that fetched none of ours.
    [Theory, InlineData(320), InlineData(360), InlineData(1280)]
    public async Task No_word_of_the_list_leaves_its_piece(int width)
    {
        await using var house = await House.OpenAsync();
        await browser.WalkAsync(house, new Screen(width), async walk =>
        {
            await walk.GoAsync("/ouvrir");
            await walk.Page.FillAsync("#nom", "Zoé du quai");
            await walk.Page.CheckAsync("[name=majeur]");
            await walk.PressAsync(walk.Say("open.press"));
            foreach (var letters in new[] { "", "Verdana, 'DejaVu Sans', sans-serif" })
                Assert.Empty(await walk.Page.EvaluateAsync<string[]>(TooLong, new[] { letters, JsonSerializer.Serialize(CardWords.All) }));
        });
    }

    const string TooLong = """
        async ([letters, all]) => {
          await document.fonts.ready;
          document.documentElement.style.setProperty("--title-face", letters);
          const list = document.querySelector(".sign-in-card ol"), piece = list.querySelector("li");
          list.replaceChildren(...JSON.parse(all).map(word => { const another = piece.cloneNode(); another.textContent = word; return another; }));
          return [...list.children].filter(each => {
            const words = document.createRange();
            words.selectNodeContents(each);
            return words.getBoundingClientRect().right > each.getBoundingClientRect().right;
          }).map(each => each.textContent);
        }
        """;
}
