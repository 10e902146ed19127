using Alentour.Foundation.Texts;

namespace Alentour.Tests.Foundation.Texts;

public sealed class VisibleTextRules
{
    [Theory]
    [InlineData("Zoé", false)]
    [InlineData("Jean-Guy 2", false)]
    [InlineData("名前", false)]
    [InlineData("Zoé \U0001F33F", false)]
    [InlineData("deux\nlignes", false)]
    [InlineData("Zoé\u202E", true)]
    [InlineData("Zoé\u200B", true)]
    [InlineData("Zoé\U000E0041", true)]
    [InlineData("\u3164", true)]
    [InlineData("\u2800", true)]
    [InlineData("Zo\u034Fé", true)]
    [InlineData("Zoé\0", true)]
    public void A_sign_that_does_not_show_is_seen(string text, bool hides) => Assert.Equal(hides, VisibleText.HidesSigns(text));

    [Fact]
    public void Half_a_sign_is_hidden_too() => Assert.True(VisibleText.HidesSigns("Zoé" + '\uD83C'));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab\U0001F33F", 3, "ab")]
    [InlineData("ab\U0001F33F", 4, "ab\U0001F33F")]
    [InlineData("ae\u0301x", 2, "a")]
    public void A_cut_breaks_no_sign(string text, int longest, string cut) => Assert.Equal(cut, VisibleText.Cut(text, longest));
}
