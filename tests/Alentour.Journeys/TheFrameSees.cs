using Alentour.Journeys.Frame;

namespace Alentour.Journeys;

/// <summary>The frame itself: each thing it watches for, put in front of it once, so that no journey is green because nobody looked.</summary>
public sealed class TheFrameSees(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    [Theory]
    [InlineData("document.querySelector('h1').remove()", "0 h1 in sight")]
    [InlineData("document.title = ''", "no title")]
    [InlineData("document.documentElement.lang = 'fr'", "lang is")]
    [InlineData("const wide = document.createElement('p'); wide.style.width = '400px'; wide.textContent = 'wide'; document.querySelector('main').append(wide)", "320 px:")]
    [InlineData("const small = document.createElement('button'); small.style.cssText = 'width:40px;height:40px;padding:0;min-height:0'; small.textContent = 'ok'; document.querySelector('main').append(small)", "44 at least")]
    [InlineData("document.querySelector('.skip').remove()", "skip link")]
    [InlineData("document.querySelector('.top').style.position = 'static'", "out of sight at the bottom")]
    [InlineData("document.querySelector('main p').style.color = '#999'", "color-contrast")]
    [InlineData("document.querySelector('main input[type=search]').labels[0].remove()", "label")]
    public Task A_page_that_is_not_as_it_must_be(string fault, string said) => browser.WalkAsync(open.House, Screen.Phone, async walk =>
    {
        await walk.GoAsync("/");
        await walk.Page.EvaluateAsync($"() => {{ {fault} }}");
        Assert.Contains(await LookAt.PageAsync(walk), finding => finding.Contains(said, StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("fetch('https://elsewhere.example/').catch(() => {})", "elsewhere.example")]
    [InlineData("window.open('https://elsewhere.example/')", "another site was asked")]
    [InlineData("console.error('oh')", "console: oh")]
    [InlineData("setTimeout(() => { throw new Error('thrown'); })", "thrown")]
    [InlineData("await fetch('/nowhere')", "answered 404")]
    [InlineData("const style = document.createElement('style'); style.textContent = 'p { color: red }'; document.head.append(style)", "Content Security Policy")]
    [InlineData("try { document.createElement('div').innerHTML = '<b>x</b>' } catch {}", "TrustedHTML")]
    public async Task What_a_browser_complains_of(string fault, string said) => Assert.Contains(said, await FailureAsync(async walk =>
    {
        await walk.GoAsync("/");
        await walk.Page.EvaluateAsync($"async () => {{ {fault}; await new Promise(done => setTimeout(done, 100)); }}");
    }));

    [Fact]
    public async Task An_answer_that_is_not_the_one_expected() => Assert.Contains("answered 404", await FailureAsync(walk => walk.GoAsync("/nowhere")));

    async Task<string> FailureAsync(Func<Walk, Task> journey)
    {
        try
        {
            await browser.WalkAsync(open.House, Screen.Phone, journey);
        }
        catch (Exception failure) when (failure.GetType().Name != "SkipException")
        {
            return failure.Message;
        }
        return "nothing";
    }
}
