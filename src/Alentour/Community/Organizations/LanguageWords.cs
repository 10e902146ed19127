using Alentour.Foundation.Texts;

namespace Alentour.Community.Organizations;

/// <summary>The languages in which a house welcomes, as a list in words.</summary>
public static class LanguageWords
{
    /// <summary>"français, anglais, innu"; "" when none is named.</summary>
    public static string Say(WelcomeLanguages languages, Words words) => string.Join(", ", new[]
    {
        languages.French ? words["house.french"] : null,
        languages.English ? words["house.english"] : null,
        languages.Signed ? words["house.signed"] : null,
        languages.Others,
    }.OfType<string>());
}
