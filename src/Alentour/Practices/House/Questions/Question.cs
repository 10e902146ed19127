using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>
/// One question that a house answers: at its set-up, and again whenever it changes its mind. It knows its fields, what an answer makes of
/// the house, and how that is said in the journal.
/// </summary>
public abstract class Question
{
    public abstract JournalTopic Topic { get; }

    /// <summary>Its place in the addresses: /ouverture/nom, /reglages/nom.</summary>
    public abstract string Path { get; }

    /// <summary>Whether the set-up asks it; the others wait in the settings.</summary>
    public virtual bool IsForSetUp => true;

    /// <summary>What stands in its fields for this house, by name; null before the house has a name.</summary>
    public abstract IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language);

    /// <summary>The house with this answer. What does not fit is refused on the sheet, and the result is then not to be kept.</summary>
    public abstract TheHouse Answer(TheHouse house, Sheet sheet);

    /// <summary>The answer of this house, for the journal and for whoever comes back to it; "" when it says nothing.</summary>
    protected abstract string Say(TheHouse house, Words words);

    public Bilingual SayBoth(TheHouse house, TextCatalogue catalogue) => new(Say(house, new Words(catalogue, Language.French)), Say(house, new Words(catalogue, Language.English)));

    public string SayTo(TheHouse house, Words words) => Say(house, words);

    /// <summary>A sheet with what this house answered before.</summary>
    public Sheet Of(TheHouse? house, Language language)
    {
        var fields = Fields(house, language);
        return new Sheet(name => fields.GetValueOrDefault(name));
    }

    private protected static Dictionary<string, string?> Both(string field, Bilingual? text) => new() { [field] = text?.Fr, [field + "-en"] = text?.En };
}
