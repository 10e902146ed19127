using Alentour.Foundation.Texts;

namespace Alentour.Community.Organizations;

/// <summary>One date of an activity.</summary>
/// <param name="MovedFrom">The day it was to be on, when it was moved here.</param>
/// <param name="MovedTo">The day it went to; nobody is there on <paramref name="Day"/>.</param>
public sealed record ActivityDate(DateOnly Day, TimeOnly StartsAt, int Minutes, bool IsCancelled, DateOnly? MovedFrom, DateOnly? MovedTo)
{
    /// <summary>Nobody will be there on that day.</summary>
    public bool IsOff => IsCancelled || MovedTo is not null;
}

/// <summary>An activity that the organisation announces, always named as such and never as a group of members (R085).</summary>
/// <param name="Dates">Within the days that were asked for.</param>
public sealed record AnnouncedActivity(Guid Id, string Slug, Bilingual Title, Bilingual? Words, Bilingual? ForWhom, string? Place, IReadOnlyList<ActivityDate> Dates);

/// <summary>What the organisation announces. Told by the module that keeps activities; read by the finder and its agendas.</summary>
public interface IHouseAgenda
{
    /// <summary>The activities of which a date, or the trace of a moved one, falls within these days.</summary>
    Task<IReadOnlyList<AnnouncedActivity>> ForPublicAsync(DateOnly from, DateOnly to, CancellationToken stop);
}

/// <summary>
/// Told after an act, outside its transaction, that what the public finds has changed: it is then found before the answer. Without it,
/// whoever has just announced something would look for it in vain until the next look of the watch.
/// </summary>
public interface IPublicChange
{
    Task WasMadeAsync(CancellationToken stop);
}

public static class HouseAgendas
{
    const int DaysAhead = 120;

    /// <summary>Whether anything announced takes place within four months of this day.</summary>
    public static async Task<bool> AnnounceAnythingAsync(this IEnumerable<IHouseAgenda> agendas, DateOnly today, CancellationToken stop)
    {
        foreach (var agenda in agendas)
            if ((await agenda.ForPublicAsync(today, today.AddDays(DaysAhead), stop)).Any(a => a.Dates.Any(d => !d.IsOff)))
                return true;
        return false;
    }
}
