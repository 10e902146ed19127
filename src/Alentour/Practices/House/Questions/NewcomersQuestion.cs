using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>Whether a newcomer opens an account alone, or only with an invitation.</summary>
sealed class NewcomersQuestion : Question
{
    public const string Alone = "sans";
    public const string Invited = "invitation";

    public override JournalTopic Topic => JournalTopic.Newcomers;

    public override string Path => "venir";

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language) =>
        new Dictionary<string, string?> { ["venir"] = house is { NewcomersNeedInvitation: true } ? Invited : Alone };

    public override TheHouse Answer(TheHouse house, Sheet sheet) => house with { NewcomersNeedInvitation = sheet.Has("venir", Invited) };

    protected override string Say(TheHouse house, Words words) => words[house.NewcomersNeedInvitation ? "question.newcomers.invited" : "question.newcomers.alone"];
}
