using Alentour.Foundation.Texts;

namespace Alentour.Tests.Foundation.Texts;

public sealed class TypographyRules
{
    // In these lines ~ is a no-break space.
    [Theory]
    [InlineData("Qui peut lire : tout le monde", "Qui peut lire~: tout le monde")]
    [InlineData("« Quitter vite »", "«~Quitter vite~»")]
    [InlineData("Une salle? Oui; non!", "Une salle? Oui; non!")]
    [InlineData("l'aide, qu'on donne, {name} d'{place}", "l’aide, qu’on donne, {name} d’{place}")]
    [InlineData("à 19 h, pendant 90 min", "à 19~h, pendant 90~min")]
    [InlineData("à 13 h 30", "à 13~h~30")]
    [InlineData("à 10 km, 5 $, 20 %", "à 10~km, 5~$, 20~%")]
    [InlineData("https://exemple.example/a:b", "https://exemple.example/a:b")]
    [InlineData("ratio 1:2", "ratio 1:2")]
    public void French_has_the_spaces_of_French_Canada(string typed, string shown) =>
        Assert.Equal(shown.Replace('~', '\u00A0'), Typography.French(typed));

    [Fact]
    public void French_typography_applied_twice_changes_nothing_more()
    {
        var once = Typography.French("« L'accueil : à 13 h 30 »");
        Assert.Equal(once, Typography.French(once));
    }

    [Theory]
    [InlineData("it's at 7 p.m.", "it’s at 7~p.m.")]
    [InlineData("within 10 km", "within 10~km")]
    [InlineData("Who can read: anyone", "Who can read: anyone")]
    public void English_keeps_hours_and_units_together(string typed, string shown) =>
        Assert.Equal(shown.Replace('~', '\u00A0'), Typography.English(typed));

    [Fact]
    public void What_people_typed_is_shown_with_the_same_signs_in_both_languages()
    {
        Assert.Equal("it’s at 7\u00A0p.m.", new Bilingual(null, "it's at 7 p.m.").In(Language.French));
        Assert.Equal(["the house’s"], new BilingualList(null, ["the house's"]).In(Language.English));
    }
}
