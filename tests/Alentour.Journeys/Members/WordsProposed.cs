using Alentour.Community.People.Cards;
using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Microsoft.Playwright;
using Walk = Alentour.Journeys.Frame.Walk;

namespace Alentour.Journeys.Members;

/// <summary>Tired fingers type the beginning of each word; the device proposes the rest, and tells nobody.</summary>
public sealed class WordsProposed(Browser browser)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Six_words_are_found_by_keyboard_alone_and_nothing_typed_leaves_before_the_press(int width)
    {
        await using var house = await House.OpenAsync();
        IReadOnlyList<string> words = [];
        await browser.WalkAsync(house, new Screen(width), async walk => words = await OpenAccountAsync(walk));
        await browser.WalkAsync(house, new Screen(width), async walk =>
        {
            var asked = new List<string>();
            walk.Context.Request += (_, request) => asked.Add(request.Method + " " + new Uri(request.Url).AbsolutePath);
            await walk.GoAsync("/entrer");
            Assert.DoesNotContain(asked, a => a.Contains("card-words", StringComparison.Ordinal) || a.Contains("words.", StringComparison.Ordinal));
            await walk.Page.FocusAsync("#mots");
            await walk.Page.Locator(".word-choices").WaitForAsync();
            asked.Clear();
            foreach (var word in words)
            {
                await walk.Page.Keyboard.TypeAsync(Plain(word)[..3].ToUpperInvariant());
                await walk.Page.Keyboard.PressAsync("ArrowDown");
                var choices = await walk.Page.Locator(".word-choices button").AllInnerTextsAsync();
                for (var step = 0; step < choices.ToList().IndexOf(word); step++)
                    await walk.Page.Keyboard.PressAsync("ArrowRight");
                await Assertions.Expect(walk.Page.Locator(".word-choices button:focus")).ToHaveTextAsync(word);
                if (word == words[0])
                    await walk.LookAsync();
                await walk.Page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(walk.Page.Locator("#mots")).ToBeFocusedAsync();
            }
            Assert.Equal(string.Join(' ', words) + " ", await walk.Page.InputValueAsync("#mots"));
            Assert.Empty(asked);
            await walk.Page.Locator("main form button.solid").First.ClickAsync();
            await walk.Page.WaitForURLAsync("**/aujourdhui");
        });
    }

    [Fact]
    public async Task A_word_that_no_card_bears_is_told_at_once_a_tap_completes_and_Escape_leads_back()
    {
        await using var house = await House.OpenAsync();
        await browser.WalkAsync(house, Screen.Phone, async walk =>
        {
            await walk.GoAsync("/ma-visite");
            var field = walk.Page.Locator("[data-words]");
            await field.ClickAsync();
            await walk.Page.Locator(".word-choices").WaitForAsync();
            await field.PressSequentiallyAsync("zzzz");
            await walk.SeesAsync(walk.Say("words.unknown"));
            await walk.LookAsync();
            await field.FillAsync("");
            var word = CardWords.All[100];
            await field.PressSequentiallyAsync(Plain(word)[..4]);
            await walk.Page.Keyboard.PressAsync("ArrowDown");
            await walk.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(field).ToBeFocusedAsync();
            await walk.Way(word).ClickAsync();
            Assert.Equal(word + " ", await field.InputValueAsync());
            await Assertions.Expect(field).ToBeFocusedAsync();
        });
    }

    static string Plain(string word) => Alentour.Foundation.Texts.PlainLetters.Of(word);

    static async Task<IReadOnlyList<string>> OpenAccountAsync(Walk walk)
    {
        await walk.GoAsync("/ouvrir");
        await walk.Page.FillAsync("#nom", "Zoé du quai");
        await walk.Page.CheckAsync("[name=majeur]");
        await walk.PressAsync(walk.Say("open.press"));
        return await walk.Main.Locator(".sign-in-card li").AllInnerTextsAsync();
    }
}
