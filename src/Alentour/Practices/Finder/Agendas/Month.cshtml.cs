using System.Globalization;
using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Agendas;

/// <summary>/mois: the house's month, a page to print and put on the fridge.</summary>
public sealed class MonthModel(GroupStore groups, IEnumerable<IHouseAgenda> agendas, HouseClock clock, Words words) : PageModel
{
    const int MonthsAhead = 6;
    const int MonthsBehind = 1;

    DateOnly _first;

    public IReadOnlyList<MonthDay[]> Weeks { get; private set; } = [];

    public bool IsEmpty => Weeks.SelectMany(w => w).All(d => d.Meetings.Count == 0 && d.Activities.Count == 0);

    public string Name => DateWords.Month(_first, words.Language);

    /// <summary>Sunday first, as on calendars here.</summary>
    public IEnumerable<string> Weekdays => Enumerable.Range(0, 7).Select(d => DateWords.Weekday((DayOfWeek)d, words.Language));

    public (string Code, string Name)? Previous => Link(-1);

    public (string Code, string Name)? Following => Link(1);

    /// <param name="mois">"2026-12"; anything else, or a month too far away, shows the present one.</param>
    public async Task OnGetAsync(string? mois, CancellationToken stop)
    {
        var present = FirstOf(clock.Now.Day);
        _first = DateOnly.TryParseExact(mois + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && IsNear(asked) ? asked : present;
        var announced = new List<AnnouncedActivity>();
        foreach (var agenda in agendas)
            announced.AddRange(await agenda.ForPublicAsync(_first, _first.AddMonths(1).AddDays(-1), stop));
        Weeks = Lay(await groups.ForPublic().AllAsync(stop), announced);
    }

    public string Time(TimeOnly time) => DateWords.Time(time, words.Language);

    List<MonthDay[]> Lay(IReadOnlyList<PublicGroup> all, IReadOnlyList<AnnouncedActivity> announced)
    {
        var activities = announced.SelectMany(a => a.Dates.Where(d => d.MovedTo is null).Select(d => (Activity: a, Date: d))).OrderBy(x => x.Date.StartsAt).ThenBy(x => x.Activity.Slug, StringComparer.Ordinal).ToLookup(x => x.Date.Day);
        var from = _first.AddDays(-(int)_first.DayOfWeek);
        var last = _first.AddMonths(1).AddDays(-1);
        var meetings = all.SelectMany(g => g.Meetings(_first, last).Select(m => (g.Group, Meeting: m))).OrderBy(x => x.Meeting.StartsAt).ThenBy(x => x.Group.Name, StringComparer.Ordinal).ToLookup(x => x.Meeting.Day);
        var weeks = new List<MonthDay[]>();
        for (var sunday = from; sunday <= last; sunday = sunday.AddDays(7))
            weeks.Add([.. Enumerable.Range(0, 7).Select(d => sunday.AddDays(d)).Select(day =>
                new MonthDay(day, DateWords.Weekday(day.DayOfWeek, words.Language), day.Month == _first.Month, day.CompareTo(clock.Now.Day), [.. meetings[day]]) { Activities = [.. activities[day]] })]);
        return weeks;
    }

    (string, string)? Link(int months)
    {
        var other = _first.AddMonths(months);
        return IsNear(other) ? (other.ToString("yyyy-MM", CultureInfo.InvariantCulture), DateWords.Month(other, words.Language)) : null;
    }

    bool IsNear(DateOnly first)
    {
        var present = FirstOf(clock.Now.Day);
        return first >= present.AddMonths(-MonthsBehind) && first <= present.AddMonths(MonthsAhead);
    }

    static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <summary>One square of the month.</summary>
/// <param name="Name">The weekday, for phones, where the squares become a list.</param>
/// <param name="FromToday">Negative for days gone by, 0 today.</param>
public sealed record MonthDay(DateOnly Date, string Name, bool IsOfMonth, int FromToday, IReadOnlyList<(MutualAidGroup Group, Meeting Meeting)> Meetings)
{
    /// <summary>What the organisation announces on that day.</summary>
    public IReadOnlyList<(AnnouncedActivity Activity, ActivityDate Date)> Activities { get; init; } = [];

    /// <summary>A bare day and a day gone by are left out on phones, today never; their squares keep their place on wide screens and on paper.</summary>
    public string Classes => !IsOfMonth ? "outside" : IsToday ? IsBare ? "bare today" : "today" : FromToday < 0 || IsBare ? "bare" : "coming";

    bool IsBare => Meetings.Count + Activities.Count == 0;

    public bool IsToday => IsOfMonth && FromToday == 0;
}
