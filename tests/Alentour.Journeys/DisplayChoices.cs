using Alentour.Foundation.Texts;
using Alentour.Journeys.Frame;
using Microsoft.Playwright;

namespace Alentour.Journeys;

/// <summary>Somebody whom the light, the size or the drawings tire chooses once, with no script and no account, and it holds everywhere.</summary>
public sealed class DisplayChoices(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    static readonly string[] Elsewhere = ["/", "/aide", "/groupes/cercle-du-jeudi", "/maison", "/traces"];

    [Theory, InlineData(360, false), InlineData(1280, true)]
    public Task Large_text_holds_on_every_page(int width, bool scripts) => ChooseAsync(new(width, scripts), "taille", "3",
        before: "() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)", (plain, chosen) => Assert.True(double.Parse(chosen) > double.Parse(plain) * 1.3, $"{plain} became {chosen}"));

    [Theory, InlineData(360, false), InlineData(1280, true)]
    public Task More_contrast_holds_on_every_page(int width, bool scripts) => ChooseAsync(new(width, scripts), "contraste", "true",
        before: "() => getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor",
        (_, chosen) => Assert.Equal("rgb(0, 0, 0)rgb(255, 255, 255)", chosen));

    [Theory, InlineData(360, false), InlineData(1280, true)]
    public Task Night_holds_on_every_page_although_the_device_is_by_day(int width, bool scripts) => ChooseAsync(new(width, scripts), "lumiere", "nuit",
        before: "() => getComputedStyle(document.body).backgroundColor", (plain, chosen) => Assert.True(Light(plain) > 200 && Light(chosen) < 60, $"{plain} became {chosen}"));

    [Theory, InlineData(360, false), InlineData(1280, true)]
    public Task Calm_holds_on_every_page(int width, bool scripts) => ChooseAsync(new(width, scripts), "calme", "true",
        before: "() => String([...document.querySelectorAll('.landscape')].filter(e => e.checkVisibility()).length) + getComputedStyle(document.querySelector('.foot')).backgroundColor",
        (_, chosen) => Assert.Equal("0rgba(0, 0, 0, 0)", chosen));

    [Theory, InlineData(360, false), InlineData(1280, true)]
    public Task More_space_holds_on_every_page(int width, bool scripts) => ChooseAsync(new(width, scripts), "aere", "true",
        before: "() => parseFloat(getComputedStyle(document.querySelector('main p')).letterSpacing) || 0", (plain, chosen) => Assert.True(double.Parse(plain) == 0 && double.Parse(chosen) > 0.5, $"{plain} became {chosen}"));

    [Fact]
    public Task Choices_add_up_change_language_together_and_can_be_taken_back() => browser.WalkAsync(open.House, new Screen(360, Scripts: false), async walk =>
    {
        await walk.GoAsync("/affichage?retour=/maison");
        foreach (var choice in new[] { "[name=taille][value='2']", "[name=lumiere][value=nuit]", "[name=calme]", "[name=langue][value=en]" })
            await walk.Page.CheckAsync(choice);
        await walk.PressAsync(walk.Say("display.save"));
        Assert.Equal("/maison", walk.Here);
        Assert.Equal("en-CA", await walk.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal("text-2 calm", await walk.Page.GetAttributeAsync("html", "class"));

        walk.Language = Language.English;
        await walk.GoAsync("/affichage");
        foreach (var choice in new[] { "[name=taille][value='1']", "[name=lumiere][value='']", "[name=langue][value=fr]" })
            await walk.Page.CheckAsync(choice);
        await walk.Page.UncheckAsync("[name=calme]");
        await walk.PressAsync(walk.Say("display.save"));
        Assert.Equal("/", walk.Here);
        Assert.Null(await walk.Page.GetAttributeAsync("html", "class"));
        Assert.Equal("fr-CA", await walk.Page.GetAttributeAsync("html", "lang"));
    });

    /// <summary>Chooses, comes back where they were, and goes on; the panel remembers. <paramref name="before"/> is measured with and without.</summary>
    Task ChooseAsync(Screen screen, string name, string value, string before, Action<string, string> compare) => browser.WalkAsync(open.House, screen, async walk =>
    {
        var plain = new Dictionary<string, string>();
        foreach (var page in Elsewhere)
        {
            await walk.GoAsync(page);
            plain[page] = (await walk.Page.EvaluateAsync(before))!.Value.ToString();
        }
        Assert.Empty(await walk.Context.CookiesAsync());
        await walk.Page.ClickAsync("a[href^='/affichage']");
        var choice = walk.Page.Locator($"[name={name}][value='{value}']");
        await choice.CheckAsync();
        await walk.PressAsync(walk.Say("display.save"));
        Assert.Equal(Elsewhere[^1], walk.Here);
        foreach (var page in Elsewhere)
        {
            await walk.GoAsync(page);
            compare(plain[page], (await walk.Page.EvaluateAsync(before))!.Value.ToString());
            Assert.Empty(await LookAt.OverflowAsync(walk.Page));
        }
        await walk.GoAsync("/affichage");
        await Assertions.Expect(choice).ToBeCheckedAsync();
        await walk.Page.GotoAsync("/langue/en?retour=/affichage");
        await Assertions.Expect(choice).ToBeCheckedAsync();
    });

    /// <summary>The red of "rgb(21, 32, 31)": enough to tell day from night.</summary>
    static int Light(string colour) => int.Parse(colour.Split('(', ',')[1]);
}
