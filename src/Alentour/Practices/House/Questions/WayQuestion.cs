using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>How to come, in the words one would say on the telephone, and what to know of getting in, one thing a line.</summary>
sealed class WayQuestion : Question
{
    public override JournalTopic Topic => JournalTopic.Way;

    public override string Path => "chemin";

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language) => new Dictionary<string, string?>(Both("chemin", house?.Directions))
    {
        ["acces"] = Joined(house?.Access.Fr),
        ["acces-en"] = Joined(house?.Access.En),
    };

    public override TheHouse Answer(TheHouse house, Sheet sheet) =>
        house with { Directions = sheet.Both("chemin", Sheet.Long), Access = new BilingualList(sheet.Lines("acces"), sheet.Lines("acces-en")) };

    protected override string Say(TheHouse house, Words words) =>
        string.Join(' ', new[] { words.Of(house.Directions), string.Join(' ', house.Access.In(words.Language)) }.Where(s => s.Length > 0));

    static string? Joined(IReadOnlyList<string>? lines) => lines is null ? null : string.Join('\n', lines);
}
