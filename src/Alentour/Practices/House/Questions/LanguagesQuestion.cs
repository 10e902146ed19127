using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>In which languages people are welcomed. The pages themselves are always in French and in English.</summary>
sealed class LanguagesQuestion : Question
{
    const string Yes = "oui";

    public override JournalTopic Topic => JournalTopic.Languages;

    public override string Path => "langues";

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language) => new Dictionary<string, string?>
    {
        ["francais"] = house?.Languages is { French: false } ? null : Yes,
        ["anglais"] = house?.Languages is { English: true } ? Yes : null,
        ["signes"] = house?.Languages is { Signed: true } ? Yes : null,
        ["autres"] = house?.Languages?.Others,
    };

    public override TheHouse Answer(TheHouse house, Sheet sheet)
    {
        var said = new WelcomeLanguages(sheet.Has("francais", Yes), sheet.Has("anglais", Yes), sheet.Has("signes", Yes), sheet.Text("autres"));
        return house with { Languages = said == new WelcomeLanguages(false, false, false, null) ? null : said };
    }

    protected override string Say(TheHouse house, Words words) => house.Languages is { } languages ? LanguageWords.Say(languages, words) : "";
}
