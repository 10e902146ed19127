using System.Text;
using System.Text.RegularExpressions;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>
/// Cuts texts into the words that the index keeps, and questions into the beginnings that it looks for. Done here and not
/// by the database, so that both engines answer the same: no accent, aidant.e = aidant·e = aidant(e), plural or not.
/// </summary>
public static partial class SearchWords
{
    const int MostWords = 8;
    const int LongestWord = 64;

    static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "le", "la", "les", "un", "une", "des", "de", "du", "et", "ou", "en", "au", "aux", "avec", "pour", "par", "sur", "dans", "chez", "pres", "ce", "cet",
        "the", "an", "and", "or", "of", "in", "on", "at", "to", "for", "with", "by", "near",
    };

    // What a sentence needs and a search does not: « je cherche un groupe pour les gens qui entendent des voix ».
    static readonly HashSet<string> Filler = new(Small.Concat([
        "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "me", "te", "se", "mon", "ma", "mes", "son", "sa", "ses", "qui", "que", "quoi", "dont", "est", "suis", "ai", "as",
        "veux", "voudrais", "cherche", "chercher", "trouver", "besoin", "groupe", "groupes", "gens", "quelqu", "ca",
        "ne", "pas", "plus", "jamais", "rien", "tres", "trop", "bien", "peu", "comme", "mais", "donc", "si", "quand", "sans", "leur", "leurs", "notre", "votre", "cette", "ces", "sont", "etre", "avoir", "fait", "faire",
        "my", "me", "who", "that", "is", "am", "are", "want", "need", "find", "looking", "group", "groups", "people", "someone", "some", "not", "no", "never", "very", "too", "but", "if", "when", "do", "does", "don", "have", "has", "this", "these", "our", "your", "their", "it", "be",
    ]), StringComparer.Ordinal);

    /// <summary>The distinct words of a text, as the index keeps them.</summary>
    public static IReadOnlyCollection<string> Of(params IEnumerable<string?> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var previous = "";
            foreach (var word in Cut(text ?? "", all: true))
            {
                if (word.Length > 1 || char.IsAsciiDigit(word[0]))
                    words.Add(word);
                if (Small.Contains(word))
                    continue;
                if (DayParts.Joined(previous, word) is { } joined)
                    words.Add(joined);
                previous = word;
            }
        }
        return words;
    }

    /// <summary>The beginnings that every found entry must hold: at most 8, from what a person typed.</summary>
    public static IReadOnlyList<string> Asked(string typed)
    {
        var cut = typed.Length > MostWords * LongestWord * 2 ? typed[..(MostWords * LongestWord * 2)] : typed;
        var all = Cut(cut, all: false).Distinct().ToList();
        var telling = all.Where(w => w.Length > 1 && !Filler.Contains(w)).ToList();
        return [.. DayParts.Join(telling.Count > 0 ? telling : all).Take(MostWords).Select(Stem).Distinct()];
    }

    /// <summary>Whether a word of a question narrows it.</summary>
    public static bool Tells(string word) => word.Length > 1 && !Filler.Contains(PlainLetters.Of(word));

    /// <summary>Takes off the plural and the mute e, so that « rencontres » finds « rencontre » and « aidante » finds « aidant »; « voix » is no plural.</summary>
    static string Stem(string word)
    {
        if (word.Length >= 6 && word.EndsWith("aux", StringComparison.Ordinal))
            return word[..^2];
        var stem = word.Length >= 4 && (word[^1] == 's' || word.EndsWith("ux", StringComparison.Ordinal)) ? word[..^1] : word;
        return stem.Length >= 6 && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    /// <param name="all">Every form of an epicene word, or its stem alone.</param>
    static IEnumerable<string> Cut(string text, bool all)
    {
        var plain = PlainLetters.Of(text);
        foreach (Match form in Epicene().Matches(plain))
            foreach (var word in all ? Forms(form) : [form.Groups["stem"].Value])
                yield return Short(word);
        // A text keeps the parts as well: « nouveau-nés » is written like « aidant-es ».
        foreach (var word in Words(all ? plain : Epicene().Replace(plain, " ")))
            yield return Short(word);
    }

    /// <summary>« aidant.e.s » → aidant, aidante, aidants, aidantes; « facilitateur.trice » → facilitateur, facilitatrice.</summary>
    static IEnumerable<string> Forms(Match form)
    {
        var stem = form.Groups["stem"].Value;
        var isPlural = false;
        var forms = new List<string> { stem };
        foreach (var ending in form.Groups["ending"].Captures.Select(c => c.Value))
        {
            if (ending == "s")
                isPlural = true;
            else
                forms.Add(Feminine(stem, ending.EndsWith('s') ? ending[..^1] : ending));
            isPlural |= ending.Length > 1 && ending[^1] == 's';
        }
        return isPlural ? forms.SelectMany(f => f.EndsWith('s') ? [f] : new[] { f, f + "s" }) : forms;
    }

    static string Feminine(string stem, string ending) => ending switch
    {
        "trice" when stem.EndsWith("teur", StringComparison.Ordinal) => stem[..^4] + ending,
        "euse" when stem.EndsWith("eur", StringComparison.Ordinal) || stem.EndsWith("eux", StringComparison.Ordinal) => stem[..^3] + ending,
        "ive" when stem.EndsWith("if", StringComparison.Ordinal) => stem[..^2] + ending,
        "ere" when stem.EndsWith("er", StringComparison.Ordinal) => stem[..^2] + ending,
        _ => stem + ending,
    };

    static IEnumerable<string> Words(string plain)
    {
        var word = new StringBuilder();
        foreach (var rune in plain.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(rune.ToString());
                continue;
            }
            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    static string Short(string word) =>
        word.Length <= LongestWord ? word : char.IsHighSurrogate(word[LongestWord - 1]) ? word[..(LongestWord - 1)] : word[..LongestWord];

    // After a point, a middle dot, a hyphen or in brackets: an ending that French writes so, and nothing after it.
    const string Ending = "(?<ending>trices?|euses?|ives?|eres?|nes?|les?|es?|s)";

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<stem>\p{L}{2,})(?:[.·•‧⋅-]" + Ending + @"|\(" + Ending + @"\)(?<ending>s)?)+(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Epicene();
}
