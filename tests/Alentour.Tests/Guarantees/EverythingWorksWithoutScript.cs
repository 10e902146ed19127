using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Guarantees;

/// <summary>
/// Guarantee 20: everything essential works with scripts off; French is complete before English, and English says all of it.
/// (The screen of 320 pixels is tried in a real browser, in the journeys.)
/// </summary>
public sealed partial class EverythingWorksWithoutScript(StandingHouses houses)
{
    [Fact]
    public void Every_French_text_has_its_English()
    {
        var english = TextFile.All.Where(f => f.Language == "en").SelectMany(f => f.Sentences).ToDictionary();
        var french = TextFile.All.Where(f => f.Language == "fr").SelectMany(f => f.Sentences).ToList();
        Assert.True(french.Count > 100);
        Findings.None(french.Where(f => !english.TryGetValue(f.Key, out var said) || said.Length == 0 && f.Value.Length > 0).Select(f => $"{f.Key} has no English."));
    }

    [Fact]
    public void Every_long_text_in_French_has_its_English() => Findings.None(
        Repository.Files(Repository.Source, ".fr.md").Select(f => f.Replace(".fr.md", ".en.md", StringComparison.Ordinal))
            .Where(f => !File.Exists(Repository.Path(f)) || Repository.Read(f).Length < 100).Select(f => $"{f} is missing or empty."));

    [Fact]
    public async Task Every_page_says_what_it_has_to_say_before_any_script_runs() => Findings.None(
        from page in await PagesAsync()
        let words = Words(page.Body)
        where words.Length < 120 || !page.Body.Contains("<h1", StringComparison.Ordinal)
        select $"{page.Address} ({page.Language}) says only: {words}");

    [Fact]
    public async Task Every_page_in_English_is_another_than_in_French()
    {
        var pages = await PagesAsync();
        Assert.Contains(pages, p => p.Language == "en");
        Assert.All(pages, p => Assert.Contains(p.Language == "en" ? "<html lang=\"en-CA\"" : "<html lang=\"fr-CA\"", p.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_form_goes_to_the_house_by_itself_and_has_a_button() => Findings.None(
        from page in await PagesAsync()
        from Match form in Form().Matches(page.Body)
        where !PlainForm().IsMatch(form.Groups["tag"].Value) || !Submit().IsMatch(form.Groups["inside"].Value)
        select $"{page.Address}: {form.Groups["tag"].Value}");

    /// <summary>A button that only a script can answer is not shown before the script is there.</summary>
    [Fact]
    public async Task Nothing_that_needs_script_shows_before_the_script_is_there() => Findings.None(
        from page in await PagesAsync()
        from Match match in ForScript().Matches(page.Body)
        select $"{page.Address}: {match.Value}");

    [Fact]
    public async Task The_search_answers_a_form_sent_without_script()
    {
        using var visitor = (await houses.DemonstrationAsync()).Visitor();
        var page = await visitor.GetStringAsync("/groupes?q=cercle&quoi=&lieu=Rimouski&region=&jour=jeudi&soir=1");
        Assert.Contains("/groupes/cercle-du-jeudi", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", null)]
    public async Task Display_choices_are_kept_by_a_form_sent_without_script(string header, string? value)
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        visitor.DefaultRequestHeaders.Add(header, value ?? house.Address.GetLeftPart(UriPartial.Authority));
        var answer = await visitor.PostAsync("/affichage", new FormUrlEncodedContent([new("langue", "en"), new("contraste", "true"), new("retour", "/maison")]));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/maison", answer.Headers.Location!.OriginalString);
        var page = await visitor.GetStringAsync("/maison");
        Assert.Contains("lang=\"en-CA\"", page, StringComparison.Ordinal);
        Assert.Contains("contrast", page, StringComparison.Ordinal);
    }

    async Task<IReadOnlyList<Visited>> PagesAsync() => [.. (await houses.PagesAsync()).Where(p => p.IsPage)];

    static string Words(string body)
    {
        var main = body.IndexOf("<main", StringComparison.Ordinal) is >= 0 and var at ? body[at..body.IndexOf("</main>", StringComparison.Ordinal)] : "";
        return WebUtility.HtmlDecode(Space().Replace(Tag().Replace(Script().Replace(main, ""), " "), " ")).Trim();
    }

    [GeneratedRegex(@"<(script|template|noscript)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<tag><form\b[^>]*>)(?<inside>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""^<form(?=[^>]*\smethod="(get|post)")(?=[^>]*\saction="/(?!/)[^"]*")(?![^>]*\sonsubmit)""")]
    private static partial Regex PlainForm();

    [GeneratedRegex("""<button(?![^>]*type="(button|reset)")|<input[^>]*type="(submit|image)["]""")]
    private static partial Regex Submit();

    [GeneratedRegex("""<button(?=[^>]*type="button")(?![^>]*\shidden)[^>]*>|href="(#|javascript:[^"]*)"|\son[a-z]+="[^"]*["]""")]
    private static partial Regex ForScript();
}
