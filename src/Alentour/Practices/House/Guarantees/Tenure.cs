using Alentour.Community.People;

namespace Alentour.Practices.House.Guarantees;

/// <summary>How long somebody has held a role, as the house says it plainly (R097).</summary>
public static class Tenure
{
    /// <summary>From here on the page says it, and proposes to take turns.</summary>
    public const int MonthsToSay = 14;

    /// <summary>Whole months since the role was taken; null for fewer than <see cref="MonthsToSay"/>.</summary>
    public static int? LongMonths(this HeldRole role, DateOnly today)
    {
        var months = (today.Year - role.Since.Year) * 12 + today.Month - role.Since.Month - (today.Day < role.Since.Day ? 1 : 0);
        return months >= MonthsToSay ? months : null;
    }
}
