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
        new Dictionary<string, string?> { ["responsable"] = house?.PrivacyOfficer?.Name, ["joindre"] = house?.PrivacyOfficer?.Contact };

    public override TheHouse Answer(TheHouse house, Sheet sheet)
    {
        var (name, contact) = (sheet.Text("responsable"), sheet.Text("joindre", 200));
        if (name is not null && contact is null)
            sheet.Refuse("joindre", "question.refusal.noContact");
        if (name is null && contact is not null)
            sheet.Refuse("responsable", "question.refusal.noOfficer");
        return house with { PrivacyOfficer = name is null || contact is null ? null : new PrivacyOfficer(name, contact) };
    }

    protected override string Say(TheHouse house, Words words) => house.PrivacyOfficer is { } officer ? $"{officer.Name}, {officer.Contact}" : words["question.privacy.coordination"];
}
