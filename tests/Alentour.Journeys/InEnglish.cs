using System.Text.RegularExpressions;
using Alentour.Foundation.Texts;
using Alentour.Journeys.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Journeys;

/// <summary>Somebody who speaks English presses « English » once. From there no sentence of the interface is in French.</summary>
public sealed partial class InEnglish(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    const int FewestWords = 3;

    [Theory, ClassData(typeof(EveryScreen))]
    public Task One_press_and_the_whole_way_is_in_English(int width, bool scripts) => browser.WalkAsync(open.House, new Screen(width, scripts), async walk =>
    {
        await walk.GoAsync("/");
        if (width < 600)
            await walk.Page.ClickAsync("summary");
        await walk.PressAsync("English");
        walk.Language = Language.English;
        Assert.Equal("/", walk.Here);
        await IsEnglishAsync(walk);

        await walk.Page.FillAsync("#q", "tea");
        await walk.PressAsync(walk.Say("home.search.go"));
        Assert.StartsWith("/groupes?q=tea", walk.Here);
        await IsEnglishAsync(walk);

        await walk.PressAsync("Speaking Up over Tea");
        await IsEnglishAsync(walk);
        await walk.PressAsync(walk.Say("group.firstLink"));
        await IsEnglishAsync(walk);
        await walk.Page.ClickAsync("footer a[href='/aide']");
        await IsEnglishAsync(walk);
    });

    [Fact]
    public Task No_page_has_a_French_sentence_left() => browser.WalkAsync(open.House, new Screen(360, Scripts: false), async walk =>
    {
        await walk.GoAsync("/langue/en?retour=/");
        walk.Language = Language.English;
        var left = new List<string>();
        foreach (var page in (await PublicPages.KindsAsync(walk.House)).Append("/maison"))
        {
            await walk.GoAsync(page);
            left.AddRange(from sentence in await FrenchLeftAsync(walk) select $"{page}: {sentence}");
        }
        await walk.GoAsync("/nowhere", 404);
        left.AddRange(await FrenchLeftAsync(walk));
        Assert.True(left.Count == 0, string.Join('\n', left));
    });

    [Theory]
    [InlineData("/groups?q=tea&jour=jeudi", "/groupes?q=tea&jour=jeudi")]
    [InlineData("/help", "/aide")]
    [InlineData("/display", "/affichage")]
    public Task An_English_address_leads_to_the_page_in_English_and_keeps_the_query(string english, string french) => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        await walk.GoAsync(english);
        Assert.Equal(french, walk.Here);
        Assert.Equal("en-CA", await walk.Page.GetAttributeAsync("html", "lang"));
    });

    [Fact]
    public Task The_way_back_to_French_is_as_short() => browser.WalkAsync(open.House, Screen.Desk, async walk =>
    {
        await walk.GoAsync("/help");
        await walk.PressAsync("Français");
        Assert.Equal("/aide", walk.Here);
        Assert.Equal("fr-CA", await walk.Page.GetAttributeAsync("html", "lang"));
    });

    static async Task IsEnglishAsync(Walk walk)
    {
        Assert.Equal("en-CA", await walk.Page.GetAttributeAsync("html", "lang"));
        var left = await FrenchLeftAsync(walk);
        Assert.True(left.Count == 0, $"{walk.Here}: {string.Join(" | ", left)}");
    }

    /// <summary>
    /// Pieces of our French catalogue, and lines with three or more French words, in what is not marked as French. Shorter pieces may be part
    /// of a proper name. Title and description cannot be marked: there a French group's own words may stand.
    /// </summary>
    static async Task<IReadOnlyList<string>> FrenchLeftAsync(Walk walk)
    {
        var lines = await walk.Page.EvaluateAsync<string[]>("""
            () => {
              const lines = [];
              const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (nodes.nextNode()) {
                const inside = nodes.currentNode.parentElement;
                if (!inside.closest("[lang^=fr], script, style") && inside.checkVisibility()) lines.push(nodes.currentNode.data);
              }
              for (const e of document.querySelectorAll("[aria-label], [placeholder], [alt]")) if (!e.closest("[lang^=fr]")) lines.push(e.getAttribute("aria-label") || e.getAttribute("placeholder") || e.alt);
              return lines.map(l => l.replace(/\s+/g, " ").trim()).filter(l => l);
            }
            """);
        var page = string.Join('\n', lines);
        return [.. FrenchPieces(walk).Where(page.Contains), .. lines.Where(l => FrenchWord().Count(l) >= 3)];
    }

    static List<string> FrenchPieces(Walk walk)
    {
        var catalogue = walk.House.Services.GetRequiredService<TextCatalogue>();
        var english = string.Join('\n', catalogue.Keys.Select(k => Fold(catalogue.Get(Language.English, k))));
        return [.. from key in catalogue.Keys
                   from piece in Placeholder().Split(Fold(catalogue.Get(Language.French, key)))
                   let sentence = piece.Trim()
                   where sentence.Count(char.IsWhiteSpace) >= FewestWords - 1 && !english.Contains(sentence, StringComparison.Ordinal)
                   select sentence];
    }

    static string Fold(string text) => White().Replace(text, " ").Trim();

    [GeneratedRegex(@"\{\w+\}|\|")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"\b(les|des|est|vous|une|pour|avec|dans|sur|qui|sont|aux|par|nous|du|le|la)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchWord();
}
