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
