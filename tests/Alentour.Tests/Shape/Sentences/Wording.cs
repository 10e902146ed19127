using System.Text.RegularExpressions;
using Alentour.Foundation.Texts;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape.Sentences;

/// <summary>How this house speaks: no shouting, no cheering, no words of files about people, the typography of French Canada.</summary>
public sealed partial class Wording
{
    static readonly TextCatalogue Catalogue = new();
    static readonly IReadOnlyList<string> French = [.. Catalogue.Keys];
    static readonly IReadOnlyList<string> English = [.. TextFile.All.Where(f => f.Language == "en").SelectMany(f => f.Sentences.Keys)];

    [Fact]
    public void No_text_cheers_shouts_or_says_a_word_of_case_files() =>
        Exceptions.In("AllowedTexts.txt").Cover([
            .. from said in Said()
               from Match match in (said.Language == Language.English ? EnglishWords() : FrenchWords()).Matches(said.Sentence).Concat(Everywhere().Matches(said.Sentence))
               select new Finding($"{said.Where} {match.Value}", $"{said.Where} says \"{match.Value}\": {said.Sentence}"),
            .. TextInPages.Findings()]);

    [Fact]
    public void French_texts_keep_the_typography_of_French_Canada() => Findings.None(
        from key in French
        let sentence = Catalogue.Get(Language.French, key)
        from Match match in FrenchFaults().Matches(sentence)
        select $"{key}: \"{sentence}\" ({match.Value.Replace('\u00A0', '~')}): no-break space before a colon and inside « », none before ; ? !, curved apostrophe.");

    [Fact]
    public void English_texts_do_not_borrow_French_quotation_marks() => Findings.None(
        from key in English
        let sentence = Catalogue.Get(Language.English, key)
        where EnglishFaults().IsMatch(sentence)
        select $"{key}: \"{sentence}\" has French spacing or quotation marks.");

    /// <summary>Before sealed spaces exist, the host can read everything, and no text may say otherwise (architecture.md part 4).</summary>
    [Fact]
    public void No_text_promises_that_the_host_cannot_read() => Findings.None(
        from said in Said()
        where !said.Where.EndsWith("readers.KeyHolders", StringComparison.Ordinal) && HostCannotRead(said.Sentence)
        select $"{said.Where}: {said.Sentence}");

    public static bool HostCannotRead(string text) => HostPromise().IsMatch(text);

    /// <summary>The catalogue, and the long texts of Content (their proper names are exempt: a network may bear an exclamation mark).</summary>
    static IEnumerable<(string Where, Language Language, string Sentence)> Said()
    {
        foreach (var key in French)
            yield return (key, Language.French, Catalogue.Get(Language.French, key));
        foreach (var key in English)
            yield return (key, Language.English, Catalogue.Get(Language.English, key));
        foreach (var file in Repository.Files(Repository.Source, ".fr.md", ".en.md"))
            foreach (var line in File.ReadLines(Repository.Path(file)).Where(l => l.Length > 0))
                yield return (file, file.EndsWith(".en.md", StringComparison.Ordinal) ? Language.English : Language.French, line);
    }

    [GeneratedRegex(@"[·•!]|\b(oups|bravo|félicitations|courage|oops|congratulations|whoops)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Everywhere();

    [GeneratedRegex(@"\b(usagers?|usagères?|utilisateurs?|utilisatrices?|clients?|clientèles?|prises? en charge|pathologies?|patients?|patientes?|troubles?|conformité|bénéficiaires?|modérateurs?|modératrices?|cas lourds?|score|niveau de risque|inscrivez-vous)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchWords();

    [GeneratedRegex(@"\b(patients?|clients?|users?|moderators?|beneficiar(y|ies)|disorders?|compliance|adherence|caseload|triage|severity|intake|risk level|score|sign up now)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();

    [GeneratedRegex(@"[^\u00A0]:(?=\s|$)|[\s][;?!]|«[^\u00A0]|[^\u00A0]»|(?<=\p{L})'(?=\p{L})|\.\.\.")]
    private static partial Regex FrenchFaults();

    [GeneratedRegex(@"[\s\u00A0][:;?!](\s|$)|[«»]|\.\.\.")]
    private static partial Regex EnglishFaults();

    [GeneratedRegex(@"(hébergeur|host)\b[^.]{0,40}(ne peu(t|vent) (pas|rien)|ne li(t|ra)|cannot|can(’|')t|can not|never)[^.]{0,40}(lire|lit|voir|read|see)|(ni|nor)\s+(l(’|'))?(hébergeur|the host)|personne d(’|')autre ne peut lire|nobody else can read", RegexOptions.IgnoreCase)]
    private static partial Regex HostPromise();
}
