using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>Who decides, and how the house began: two texts of the page of the house, for a day with time.</summary>
sealed class StoryQuestion : Question
{
    public override JournalTopic Topic => JournalTopic.Story;

    public override string Path => "histoire";

    public override bool IsForSetUp => false;

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language) =>
        Both("decide", house?.WhoDecides).Concat(Both("histoire", house?.Story)).ToDictionary();

    public override TheHouse Answer(TheHouse house, Sheet sheet) => house with { WhoDecides = sheet.Both("decide", Sheet.Long), Story = sheet.Both("histoire", Sheet.Long) };

    protected override string Say(TheHouse house, Words words) => string.Join(" ", new[] { words.Of(house.WhoDecides), words.Of(house.Story) }.Where(s => s.Length > 0));
}
