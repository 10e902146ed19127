using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Indexes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Agendas;

/// <summary>/semaine: the seven days that come, the house first.</summary>
public sealed class WeekModel(WeekAgenda agenda, HouseClock clock, Words words) : PageModel
{
    const int Size = 40;
    const int LastPage = 1000;

    public IReadOnlyList<(string Day, IReadOnlyList<WeekMeeting> Meetings)> Days { get; private set; } = [];

    public new int Page { get; private set; } = 1;

    public bool HasMore { get; private set; }

    /// <param name="page">From 1; anything else is the first.</param>
    public async Task OnGetAsync(string? page, CancellationToken stop)
    {
        if (int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is > 1 and <= LastPage)
            Page = asked;
        var today = clock.Now.Day;
        (var meetings, HasMore) = await agenda.ReadAsync(today, today.AddDays(6), clock.Instant, Page, Size, stop);
        Days = [.. meetings.GroupBy(m => m.Day).Select(g => (g.Key.ToString("MMdd", CultureInfo.InvariantCulture), (IReadOnlyList<WeekMeeting>)[.. g]))];
    }

    public string Name(DateOnly day) => day == clock.Now.Day && clock.Now.Time >= new TimeOnly(5, 0)
        ? words["week.today", ("day", DateWords.Day(day, words.Language))]
        : DateWords.Day(day, words.Language, clock.Now.Day);

    public string Time(WeekMeeting meeting) => DateWords.Time(meeting.StartsAt, words.Language);

    /// <summary>The language of a title that is not in that of the page.</summary>
    public string? Lang(WeekMeeting meeting) =>
        meeting.Card.Title.Spoken(words.Language) is var spoken && spoken != words.Language ? spoken.HtmlCode() : null;

    public string? Mark(WeekMeeting meeting) => meeting.Mark switch
    {
        DateMark.Cancelled => words["week.cancelled"],
        DateMark.MovedAway => words["week.movedAway", ("day", DateWords.Day(meeting.OtherDay!.Value, words.Language))],
        DateMark.MovedHere => words["week.movedHere"],
        _ => null,
    };
}
