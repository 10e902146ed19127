using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Organizations.Visits;

/// <summary>/maison: where the house is, when its door is open, who decides.</summary>
public sealed class VisitModel(HouseStore houses, IEnumerable<IHouseAgenda> agendas, HouseClock clock, Words words) : PageModel
{
    /// <summary>Null before an organisation has moved in.</summary>
    public House? House { get; private set; }

    /// <summary>Monday to Sunday, with the hours of each day in words.</summary>
    public IEnumerable<(string Day, string Hours)> Week =>
        Enumerable.Range(1, 7).Select(i => (DayOfWeek)(i % 7)).Select(day => (DateWords.Weekday(day, words.Language), HoursOf(day)));

    public string NowInWords => OpeningWords.Say(House!.OpeningHours, clock.Now, words);

    /// <summary>What kind of house this is, the languages in which it welcomes, the word for its members: what it said of itself.</summary>
    public IReadOnlyList<string> About =>
    [
        .. new[]
        {
            House!.Kind is { } kind ? words[$"house.kind.{kind}"] : null,
            House.Languages is { } languages && LanguageWords.Say(languages, words) is { Length: > 0 } said ? words["house.languages", ("languages", said)] : null,
            House.MemberTerm.IsEmpty ? null : words["house.memberTerm", ("word", words.Of(House.MemberTerm))],
        }.OfType<string>(),
    ];

    /// <summary>Whether the organisation announces anything in the months that come.</summary>
    public bool HasActivities { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        House = await houses.ForPublicAsync(stop);
        HasActivities = House is not null && await agendas.AnnounceAnythingAsync(clock.Now.Day, stop);
    }

    string HoursOf(DayOfWeek day)
    {
        var spans = House!.OpeningHours.Where(h => h.Day == day).OrderBy(h => h.From).Select(h => DateWords.Span(h.From, h.To, words.Language));
        return string.Join(", ", spans) is { Length: > 0 } hours ? hours : words["house.closedDay"];
    }
}
