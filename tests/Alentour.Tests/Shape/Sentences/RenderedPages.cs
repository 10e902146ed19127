using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape.Sentences;

/// <summary>What people really receive, whatever text, content or code it came from.</summary>
public sealed partial class RenderedPages(StandingHouses houses)
{
    [Fact]
    public async Task No_rendered_page_says_that_the_host_cannot_read() => Findings.None(
        from page in await houses.PagesAsync()
        where page.IsPage && Wording.HostCannotRead(WebUtility.HtmlDecode(Tag().Replace(page.Body, " ")))
        select $"{page.Address} ({page.Language}) promises that the host cannot read.");

    [Theory]
    [InlineData("L’hébergeur ne peut pas lire vos messages.", true)]
    [InlineData("ni l’équipe, ni l’hébergeur", true)]
    [InlineData("The host can’t read this.", true)]
    [InlineData("Personne d’autre ne peut lire.", true)]
    [InlineData("L’hébergeur pourrait techniquement lire.", false)]
    [InlineData("Qui peut lire : tout le monde.", false)]
    public void The_promise_is_known_by_its_words(string sentence, bool isPromise) => Assert.Equal(isPromise, Wording.HostCannotRead(sentence));

    [Fact]
    public async Task Every_rendered_form_says_who_can_read() => Findings.None(
        from page in await houses.PagesAsync()
        where page.IsPage && page.Body.Contains("<form", StringComparison.Ordinal) && !page.Body.Contains("data-level=", StringComparison.Ordinal)
        select $"{page.Address} has a form and no line « Qui peut lire ».");

    /// <summary>« at 1:30 p.m. » ends with a period of its own.</summary>
    [Fact]
    public async Task No_rendered_sentence_ends_with_two_periods() => Findings.None(
        from page in await houses.PagesAsync()
        where page.IsPage
        from found in TwoPeriods().Matches(WebUtility.HtmlDecode(Tag().Replace(page.Body, " ")))
        select $"{page.Address} ({page.Language}): {found.Value.Trim()}");

    [GeneratedRegex(@".{0,40}[^.]\.\.(?!\.)")]
    private static partial Regex TwoPeriods();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
