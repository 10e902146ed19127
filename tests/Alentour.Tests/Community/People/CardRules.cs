using Alentour.Community.People.Cards;

namespace Alentour.Tests.Community.People;

public sealed class CardRules
{
    [Fact]
    public void Six_words_hold_64_bits_at_least() => Assert.True(6 * Math.Log2(CardWords.All.Count) >= 64 && CardWords.All.Count >= 1626, $"{CardWords.All.Count} words");

    [Theory]
    [InlineData("abandon")]
    [InlineData("agonie")]
    [InlineData("mourir")]
    public void No_word_hurts(string word) => Assert.DoesNotContain(word, CardWords.All);

    [Fact]
    public void Accents_case_spaces_and_all_but_four_letters_do_not_count()
    {
        var words = CardWords.Draw();
        Assert.Equal(words, CardWords.Understand(string.Join(' ', words)));
        Assert.Equal(words, CardWords.Understand("  " + string.Join(" \n ", words.Select(w => w.ToUpperInvariant().Normalize(System.Text.NormalizationForm.FormD))) + ". "));
        Assert.Equal(words, CardWords.Understand(string.Join(", ", words.Select(w => Alentour.Foundation.Texts.PlainLetters.Of(w)[..4]))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("un deux trois")]
    [InlineData("zzzz zzzz zzzz zzzz zzzz zzzz")]
    public void Anything_else_is_not_a_card(string? typed) => Assert.Null(CardWords.Understand(typed));
}
