using System.Globalization;
using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Agendas;

/// <summary>A meeting of the house on the wall calendar.</summary>
public sealed record MonthMeeting(MutualAidGroup Group, Meeting Meeting);

/// <summary>/mois: the month of the house on one sheet, to print and put on a wall. ?mois=2026-12 shows another, within a year.</summary>
public sealed class MonthModel(GroupStore groups, HouseClock clock, Words words) : PageModel
{
    const int MonthsAhead = 12;

    ILookup<DateOnly, MonthMeeting> _meetings = Array.Empty<MonthMeeting>().ToLookup(m => m.Meeting.Day);

    public DateOnly First { get; private set; }

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, DateTime.DaysInMonth(First.Year, First.Month)).Select(First.AddDays);

    public bool IsEmpty => _meetings.Count == 0;

    public bool HasPrevious => First > ThisMonth;

    public bool HasNext => First < ThisMonth.AddMonths(MonthsAhead);

    DateOnly ThisMonth => new(clock.Now.Day.Year, clock.Now.Day.Month, 1);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var asked = DateOnly.TryParseExact(Request.Query["mois"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : ThisMonth;
        First = asked < ThisMonth || asked > ThisMonth.AddMonths(MonthsAhead) ? ThisMonth : asked;
        var all = await groups.ForPublic().AllAsync(stop);
        _meetings = all.SelectMany(g => g.Meetings(First, First.AddMonths(1).AddDays(-1)).Select(m => new MonthMeeting(g.Group, m)))
            .OrderBy(m => m.Meeting.StartsAt).ToLookup(m => m.Meeting.Day);
    }

    public IEnumerable<MonthMeeting> On(DateOnly day) => _meetings[day];

    public string Link(int months) => string.Create(CultureInfo.InvariantCulture, $"/mois?mois={First.AddMonths(months):yyyy-MM}");

    public string Name(int months) => DateWords.Month(First.AddMonths(months), words.Language);

    /// <summary>Where the first day stands in a week that begins on Sunday: 0 to 6.</summary>
    public int Offset => (int)First.DayOfWeek;

    public bool IsToday(DateOnly day) => day == clock.Now.Day;
}
