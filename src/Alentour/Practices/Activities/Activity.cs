using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Activities;

/// <summary>One day that does not go as planned.</summary>
/// <param name="ToDay">Where it went; null: cancelled.</param>
/// <param name="At">Its hour there; null for the usual one.</param>
public sealed record DayChange(DateOnly Day, DateOnly? ToDay, TimeOnly? At);

/// <summary>What is announced of an activity: its words, its days, its hour.</summary>
public sealed record ActivitySheet
{
    /// <summary>How many years ahead anything may be announced.</summary>
    public const int YearsAhead = 2;

    public required Bilingual Title { get; init; }
    public Bilingual? Words { get; init; }
    public Bilingual? ForWhom { get; init; }
    public Bilingual? HowToCome { get; init; }
    public string? Place { get; init; }

    /// <summary>Its first day, and others that are named one by one.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    /// <summary>Every week after the first day, until this one.</summary>
    public DateOnly? WeeklyUntil { get; init; }
    public TimeOnly StartsAt { get; init; }
    public int Minutes { get; init; }
    public IReadOnlyList<DayChange> Changes { get; init; } = [];

    public bool IsPlannedOn(DateOnly day) => Days.Contains(day) || WeeklyUntil is { } until && Days.Count > 0 && day > Days[0] && day <= until && (day.DayNumber - Days[0].DayNumber) % 7 == 0;

    /// <summary>Every date within these days, in order: those held, cancelled, moved here and moved away.</summary>
    public IReadOnlyList<ActivityDate> Dates(DateOnly from, DateOnly to)
    {
        var dates = new List<ActivityDate>();
        for (var day = from; day <= to; day = day.AddDays(1))
            if (IsPlannedOn(day))
                dates.Add(Changes.FirstOrDefault(c => c.Day == day) is { } change ? new ActivityDate(day, StartsAt, Minutes, change.ToDay is null, null, change.ToDay) : new ActivityDate(day, StartsAt, Minutes, false, null, null));
        dates.AddRange(Changes.Where(c => c.ToDay >= from && c.ToDay <= to && IsPlannedOn(c.Day)).Select(c => new ActivityDate(c.ToDay!.Value, c.At ?? StartsAt, Minutes, false, c.Day, null)));
        return [.. dates.OrderBy(d => d.Day).ThenBy(d => d.StartsAt)];
    }

    /// <summary>The last day on which anything is planned or was moved to.</summary>
    public DateOnly LastDay => Days.Append(WeeklyUntil ?? DateOnly.MinValue).Concat(Changes.Select(c => c.ToDay ?? DateOnly.MinValue)).Max();

    /// <summary>The same with this day cancelled (no <paramref name="toDay"/>), moved, or as planned again when <paramref name="isUndone"/>.</summary>
    /// <exception cref="RefusalException">Nothing is planned on that day, or it cannot move there.</exception>
    public ActivitySheet WithChange(DateOnly day, DateOnly? toDay, TimeOnly? at, bool isUndone, DateOnly today)
    {
        if (!IsPlannedOn(day))
            throw new RefusalException("activities.refusal.noSuchDay");
        if (toDay is { } to && (to < today || to > today.AddYears(YearsAhead) || to != day && IsPlannedOn(to)))
            throw new RefusalException("activities.refusal.cannotMove");
        var others = Changes.Where(c => c.Day != day);
        return this with { Changes = [.. isUndone ? others : others.Append(new DayChange(day, toDay, at)).OrderBy(c => c.Day)] };
    }
}

/// <summary>An activity as the house keeps it.</summary>
/// <param name="Version">Rises with each change.</param>
public sealed record Activity(Guid Id, string Slug, ActivitySheet Sheet, int Version, bool IsWithdrawn)
{
    public AnnouncedActivity Announce(DateOnly from, DateOnly to) => new(Id, Slug, Sheet.Title, Sheet.Words, Sheet.ForWhom, Sheet.Place, Sheet.Dates(from, to));
}
