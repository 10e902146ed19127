using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Searches;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Agendas;

/// <summary>/semaine: the meetings of the seven days that come, day by day, those of the house first. ?jour=jeudi shows one day.</summary>
public sealed class WeekModel(WeekList week, HouseClock clock, Words words) : PageModel
{
    const int LastPage = 1000;

    public IReadOnlyList<IGrouping<DateOnly, WeekMeeting>> Days { get; private set; } = [];

    public bool IsMore { get; private set; }

    public int Shown { get; private set; } = 1;

    /// <summary>The one day shown, or null.</summary>
    public DateOnly? One { get; private set; }

    /// <summary>The seven days, for the links at the top.</summary>
    public IEnumerable<DateOnly> Coming => Enumerable.Range(0, WeekList.Days).Select(clock.Now.Day.AddDays);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var query = FinderQuery.Read(name => [.. Request.Query[name]]);
        One = query.IsTonight ? clock.Now.Day : query.Day is { } day ? Coming.First(d => d.DayOfWeek == day) : null;
        Shown = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= LastPage ? page : 1;
        var (meetings, isMore) = await week.ReadAsync(One, Shown, stop);
        (Days, IsMore) = ([.. meetings.GroupBy(m => m.Day)], isMore);
    }

    public string Name(DateOnly day) => day == clock.Now.Day && clock.Now.Time.Hour >= 5
        ? words["week.today", ("day", DateWords.Day(day, words.Language, clock.Now.Day))]
        : DateWords.Day(day, words.Language, clock.Now.Day);

    public string Time(WeekMeeting meeting) => DateWords.Time(meeting.StartsAt, words.Language);

    /// <summary>What does not hold as planned, or null.</summary>
    public string? Mark(WeekMeeting meeting) => meeting.Mark switch
    {
        DateMark.Cancelled => words["week.cancelled"],
        DateMark.MovedHere => meeting.Other is { } from && from != meeting.Day ? words["week.movedHere", ("day", DateWords.Day(from, words.Language, clock.Now.Day))] : words["week.moved"],
        DateMark.MovedAway => words["week.movedAway", ("day", DateWords.Day(meeting.Other ?? meeting.Day, words.Language, clock.Now.Day))],
        _ => null,
    };

    public string Link(DateOnly? day, int page) => FinderQueryOf(day).Address("/semaine", page);

    static FinderQuery FinderQueryOf(DateOnly? day) => new() { Day = day?.DayOfWeek };
}
