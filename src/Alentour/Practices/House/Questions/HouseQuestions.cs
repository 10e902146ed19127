using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.House.Questions;

/// <summary>Every question of the house, in the order in which they are asked.</summary>
public sealed class HouseQuestions(TextCatalogue catalogue)
{
    public IReadOnlyList<Question> All { get; } =
    [
        new NameQuestion(), new MissionQuestion(), new LanguagesQuestion(), new MemberTermQuestion(catalogue), new PlaceQuestion(), new HoursQuestion(), new WayQuestion(),
        new NewcomersQuestion(), new PrivacyQuestion(), new StoryQuestion(),
    ];

    public Question? At(string path) => All.FirstOrDefault(q => q.Path == path);

    public Question? Of(JournalTopic topic) => All.FirstOrDefault(q => q.Topic == topic);
}
