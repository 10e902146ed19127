namespace Alentour.Community.People;

/// <summary>What a module shows a person on /aujourdhui.</summary>
public interface ITodayLine
{
    Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop);
}

/// <summary>Where a line stands on the page.</summary>
public enum TodayPlace
{
    /// <summary>Something to know or answer now.</summary>
    First,

    /// <summary>What comes, by date.</summary>
    Coming,

    /// <summary>The person's groups.</summary>
    Groups,

    /// <summary>What one may do, whenever.</summary>
    Free,
}

/// <summary>One line of /aujourdhui, in the person's language.</summary>
/// <param name="QuiltSeed">The sewn block beside it, or null.</param>
/// <param name="At">By what lines of one place are ordered, earliest first.</param>
public sealed record TodayLine(TodayPlace Place, string Title, string? Detail, string Path, int? QuiltSeed = null, DateTimeOffset? At = null);
