using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>The name of the house, the one answer that is required, and a sentence about it.</summary>
sealed class NameQuestion : Question
{
    const int Longest = 80;

    public override JournalTopic Topic => JournalTopic.Name;

    public override string Path => "nom";

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language) =>
        new Dictionary<string, string?>(Both("devise", house?.Tagline)) { ["nom"] = house?.Name };

    public override TheHouse Answer(TheHouse house, Sheet sheet)
    {
        var name = sheet.Text("nom", Longest);
        if (name is null)
            sheet.Refuse("nom", "question.refusal.noName");
        return house with { Name = name ?? "", Tagline = sheet.Both("devise", 160) };
    }

    protected override string Say(TheHouse house, Words words) => string.Join(". ", new[] { house.Name, words.Of(house.Tagline) }.Where(s => s.Length > 0));
}
