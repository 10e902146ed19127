using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>Which of the three houses of seed 004 this is: it says how central mutual aid is for it (R006).</summary>
sealed class MissionQuestion : Question
{
    public override JournalTopic Topic => JournalTopic.Mission;

    public override string Path => "mission";

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language) => new Dictionary<string, string?> { ["mission"] = house?.Kind?.ToString() };

    public override TheHouse Answer(TheHouse house, Sheet sheet) =>
        house with { Kind = Enum.TryParse<OrganizationKind>(sheet["mission"], out var kind) && Enum.IsDefined(kind) ? kind : null };

    protected override string Say(TheHouse house, Words words) => house.Kind is { } kind ? words[$"house.kind.{kind}"] : "";
}
