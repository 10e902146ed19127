using Alentour.Journeys.Frame;

namespace Alentour.Journeys;

/// <summary>Every page anyone may open is looked at, by day and by night, wide and narrow. One list of all that is wrong, not the first thing only.</summary>
public abstract class EveryPage(Browser browser, OpenHouse open)
{
    protected Task LookAtAllAsync(Screen screen) => OnPagesAsync(screen, PublicPages.OfAsync, LookAt.PageAsync);

    protected Task ReadKindsAsync(Screen screen) => OnPagesAsync(screen, PublicPages.KindsAsync, async walk => [.. await Axe.FindingsAsync(walk.Page)]);

    protected Task OnPagesAsync(Screen screen, Func<Alentour.Tests.Cast.House, Task<IReadOnlyList<string>>> pages, Func<Walk, Task<IReadOnlyList<string>>> look) => browser.WalkAsync(open.House, screen, async walk =>
    {
        var findings = new List<string>();
        foreach (var page in await pages(walk.House))
        {
            await walk.GoAsync(page);
            findings.AddRange(from finding in await look(walk) select $"{page}: {finding}");
        }
        await walk.GoAsync("/nulle-part", 404);
        findings.AddRange(from finding in await look(walk) select $"/nulle-part: {finding}");
        Assert.True(findings.Count == 0, $"{screen}:\n" + string.Join('\n', findings));
        Assert.Empty(await walk.Context.CookiesAsync());
    });
}

public sealed class EveryPageByDay(Browser browser, OpenHouse open) : EveryPage(browser, open), IClassFixture<OpenHouse>
{
    [Fact]
    public Task Every_page_on_a_phone() => LookAtAllAsync(Screen.Phone);

    [Fact]
    public Task Every_kind_of_page_on_a_desk() => ReadKindsAsync(Screen.Desk);
}

public sealed class EveryPageByNight(Browser browser, OpenHouse open) : EveryPage(browser, open), IClassFixture<OpenHouse>
{
    [Fact]
    public Task Every_kind_of_page_on_a_desk() => ReadKindsAsync(new Screen(1280, Night: true));

    [Fact]
    public Task Every_kind_of_page_on_a_phone() => ReadKindsAsync(new Screen(360, Night: true));
}

/// <summary>Old phone, no script, colours of one's own, text twice as large: the words and the forms are still all there.</summary>
public sealed class EveryPageUnderStrain(Browser browser, OpenHouse open) : EveryPage(browser, open), IClassFixture<OpenHouse>
{
    const string WordsAndForms = "() => document.querySelector('main').innerText.replace(/\\s+/g, ' ') + [...document.querySelectorAll('form')].map(f => f.action + [...f.elements].map(e => e.name).join()).join()";

    [Fact]
    public Task Without_script_every_page_has_its_words_and_fits_in_320_px() => OnPagesAsync(new Screen(320, Scripts: false), PublicPages.OfAsync, async walk =>
        [.. await LookAt.ShapeAsync(walk), .. (await walk.WordsAsync("main")).Length < 80 ? ["hardly a word"] : Array.Empty<string>()]);

    [Fact]
    public async Task Without_script_nothing_is_missing_that_a_script_shows()
    {
        var with = new Dictionary<string, string>();
        await OnPagesAsync(Screen.Phone, PublicPages.KindsAsync, async walk => { with[walk.Here] = await FormsAsync(walk); return []; });
        await OnPagesAsync(new Screen(360, Scripts: false), PublicPages.KindsAsync, async walk => with[walk.Here] == await FormsAsync(walk) ? [] : ["forms differ"]);
    }

    [Fact]
    public async Task In_forced_colours_no_word_and_no_form_is_lost()
    {
        var plain = new Dictionary<string, string>();
        await OnPagesAsync(Screen.Desk, PublicPages.KindsAsync, async walk => { plain[walk.Here] = await WordsAndFormsAsync(walk); return []; });
        await OnPagesAsync(new Screen(1280, ForcedColours: true), PublicPages.KindsAsync, async walk =>
            [.. Lost(plain[walk.Here], await WordsAndFormsAsync(walk)), .. await LookAt.ShapeAsync(walk)]);
    }

    /// <summary>« Garder ces groupes ici » shows once the device has said what it keeps: that is waited for.</summary>
    static async Task<string> WordsAndFormsAsync(Walk walk)
    {
        await walk.UntilAsync("!document.querySelector('[data-keep][hidden]')");
        return await walk.Page.EvaluateAsync<string>(WordsAndForms);
    }

    static IEnumerable<string> Lost(string plain, string forced)
    {
        if (plain == forced)
            yield break;
        var same = plain.Zip(forced).TakeWhile(pair => pair.First == pair.Second).Count();
        yield return $"words or forms differ: « {Around(plain, same)} » became « {Around(forced, same)} »";
    }

    static string Around(string words, int place) => words[Math.Max(0, place - 40)..Math.Min(words.Length, place + 80)];

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public Task At_twice_the_text_size_nothing_is_cut_and_nothing_overflows(int width) => OnPagesAsync(new Screen(width), PublicPages.KindsAsync, async walk =>
    {
        await walk.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '225%'; }");
        return [.. await LookAt.OverflowAsync(walk.Page), .. await walk.Page.EvaluateAsync<string[]>(Looks.Cut), .. await walk.Page.EvaluateAsync<string[]>(Looks.Exit)];
    });

    static Task<string> FormsAsync(Walk walk) => walk.Page.EvaluateAsync<string>("() => [...document.querySelectorAll('form')].map(f => f.action + [...f.elements].filter(e => e.type !== 'button').map(e => e.name).join()).join()");
}
