using System.Text.RegularExpressions;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Shape.Sentences;

/// <summary>Texts and code fit: the same keys in both languages, every key used by its module, every used key there.</summary>
public sealed partial class TextKeys
{
    static readonly IReadOnlyList<TextUse> Uses = TextUse.All();

    [Fact]
    public void French_and_English_have_the_same_keys_in_the_same_folders()
    {
        var french = TextFile.All.Where(f => f.Language == "fr").ToDictionary(f => f.Path.Replace(".fr.", ".", StringComparison.Ordinal));
        var english = TextFile.All.Where(f => f.Language == "en").ToDictionary(f => f.Path.Replace(".en.", ".", StringComparison.Ordinal));
        Assert.NotEmpty(french);
        Findings.None([
            .. from path in french.Keys.Union(english.Keys)
               let fr = french.GetValueOrDefault(path)?.Sentences.Keys ?? []
               let en = english.GetValueOrDefault(path)?.Sentences.Keys ?? []
               from key in fr.Except(en).Concat(en.Except(fr))
               select $"{path}: {key} stands in one language only."]);
    }

    [Fact]
    public void French_and_English_fill_in_the_same_places()
    {
        var english = TextFile.All.Where(f => f.Language == "en").SelectMany(f => f.Sentences).ToDictionary();
        Findings.None(
            from file in TextFile.All.Where(f => f.Language == "fr")
            from sentence in file.Sentences
            where english.ContainsKey(sentence.Key) && !Places(sentence.Value).SetEquals(Places(english[sentence.Key]))
            select $"{file.Path}: {sentence.Key} fills in {string.Join(", ", Places(sentence.Value))} in French and {string.Join(", ", Places(english[sentence.Key]))} in English.");
    }

    [Fact]
    public void Every_key_is_a_page_and_a_role() => Findings.None(
        from file in TextFile.All
        from key in file.Sentences.Keys
        where !Key().IsMatch(key)
        select $"{file.Path}: {key} is not page.role.");

    [Fact]
    public void Every_key_is_used_in_its_own_module() => Findings.None(
        from file in TextFile.All.Where(f => f.Language == "fr")
        let uses = Uses.Where(u => Module.OfFile(u.File)?.Name == file.Module.Name).ToList()
        from key in file.Sentences.Keys
        where !uses.Any(u => u.Names(key))
        select $"{file.Path}: nothing in {file.Module.Name} uses {key}.");

    [Fact]
    public void Every_key_that_code_names_is_there()
    {
        var keys = TextFile.Keys.ToList();
        Findings.None(from use in Uses where !keys.Any(use.Names) select $"{use.File} names the text {use.Said}, which is not there.");
    }

    [Fact]
    public void Modules_say_only_their_own_texts_and_those_of_modules_below_them()
    {
        var owners = TextFile.All.Where(f => f.Language == "fr").SelectMany(f => f.Sentences.Keys.Select(k => (Key: k, f.Module))).ToList();
        Findings.None(
            from use in Uses
            let speaker = Module.OfFile(use.File)
            where speaker is not null
            from owner in owners
            where use.Names(owner.Key) && owner.Module.Name != speaker.Name && speaker.RefusesToKnow(owner.Module) is not null
            select $"{use.File} says {owner.Key}, a text of {owner.Module.Name}; {speaker.RefusesToKnow(owner.Module)}.");
    }

    static HashSet<string> Places(string sentence) => [.. Place().Matches(sentence).Select(m => m.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9-]+)+$")]
    private static partial Regex Key();
}
