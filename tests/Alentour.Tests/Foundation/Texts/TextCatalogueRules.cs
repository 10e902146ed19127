using Alentour.Foundation.Texts;

namespace Alentour.Tests.Foundation.Texts;

public sealed class TextCatalogueRules
{
    static readonly TextCatalogue Catalogue = new();

    [Fact]
    public void A_text_is_there_in_both_languages_with_its_values_filled_in()
    {
        Assert.Contains("19 h", Catalogue.Get(Language.French, "house.openUntil", ("time", "19 h")), StringComparison.Ordinal);
        Assert.DoesNotContain("{", Catalogue.Get(Language.English, "house.openUntil", ("time", "7 p.m.")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_there_says_which()
    {
        var missing = Assert.Throws<KeyNotFoundException>(() => Catalogue.Get(Language.English, "house.nowhere"));
        Assert.Contains("house.nowhere", missing.Message, StringComparison.Ordinal);
    }

    /// <summary>French takes the singular for 0 and 1, English for 1 alone; a text may have words of its own for none.</summary>
    [Fact]
    public void Numbers_choose_their_form_as_each_language_does()
    {
        var stem = Catalogue.Keys.Where(k => k.EndsWith(".one", StringComparison.Ordinal)).Select(k => k[..^4]).FirstOrDefault(s => Catalogue.Has(s + ".many"));
        Assert.SkipWhen(stem is null, "No text has plural forms yet.");
        Assert.Equal(Filled(Language.French, stem + ".one", 1), Catalogue.Count(Language.French, stem, 1));
        Assert.Equal(Filled(Language.French, stem + ".many", 2), Catalogue.Count(Language.French, stem, 2));
        Assert.Equal(Filled(Language.French, Catalogue.Has(stem + ".zero") ? stem + ".zero" : stem + ".one", 0), Catalogue.Count(Language.French, stem, 0));
        Assert.Equal(Filled(Language.English, Catalogue.Has(stem + ".zero") ? stem + ".zero" : stem + ".many", 0), Catalogue.Count(Language.English, stem, 0));
    }

    static string Filled(Language language, string key, long count) => Catalogue.Get(language, key, ("count", count));
}
