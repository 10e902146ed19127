using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>« D'une ressource à l'autre, les membres sont appelés participants, personnes usagères, entraidants, pairs, etc. » (seed 004, R023)</summary>
sealed class MemberTermQuestion(TextCatalogue catalogue) : Question
{
    /// <summary>The words of the seed, each a text key after "question.term."; a house may write its own.</summary>
    public static readonly IReadOnlyList<string> Known = ["membres", "participants", "usageres", "entraidants", "pairs"];

    public const string Own = "autre";

    public override JournalTopic Topic => JournalTopic.MemberTerm;

    public override string Path => "mot";

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language)
    {
        var term = house?.MemberTerm ?? Bilingual.Empty;
        var known = Known.FirstOrDefault(k => Of(k) == term);
        return new Dictionary<string, string?>(known is null ? Both("propre", term) : Both("propre", null)) { ["mot"] = known ?? (term.IsEmpty ? Known[0] : Own) };
    }

    public override TheHouse Answer(TheHouse house, Sheet sheet)
    {
        if (Known.Contains(sheet["mot"]))
            return house with { MemberTerm = Of(sheet["mot"]!) };
        var own = sheet.Both("propre", 60);
        if (sheet.Has("mot", Own) && own.IsEmpty)
            sheet.Refuse("propre", "question.refusal.noTerm");
        return house with { MemberTerm = own };
    }

    protected override string Say(TheHouse house, Words words) => words.Of(house.MemberTerm);

    Bilingual Of(string known) => new(catalogue.Get(Language.French, $"question.term.{known}"), catalogue.Get(Language.English, $"question.term.{known}"));
}
