using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>The person in charge of privacy, with a contact for the public (Act 25, section 3.1); whoever coordinates, as long as nobody is named.</summary>
sealed class PrivacyQuestion : Question
{
    public override JournalTopic Topic => JournalTopic.Privacy;

    public override string Path => "confidentialite";

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language) =>
        Both("responsable", house?.PrivacyOfficer?.Name).Concat(Both("joindre", house?.PrivacyOfficer?.Contact)).ToDictionary();

    public override TheHouse Answer(TheHouse house, Sheet sheet)
    {
        var (name, contact) = (sheet.Both("responsable"), sheet.Both("joindre", 200));
        if (!name.IsEmpty && contact.IsEmpty)
            sheet.Refuse("joindre", "question.refusal.noContact");
        if (name.IsEmpty && !contact.IsEmpty)
            sheet.Refuse("responsable", "question.refusal.noOfficer");
        return house with { PrivacyOfficer = name.IsEmpty || contact.IsEmpty ? null : new PrivacyOfficer(name, contact) };
    }

    protected override string Say(TheHouse house, Words words) => house.PrivacyOfficer is { } officer ? $"{words.Of(officer.Name)}, {words.Of(officer.Contact)}" : words["question.privacy.coordination"];
}
