using Alentour.Community.People;

namespace Alentour.Practices.House.Guarantees;

/// <summary>How long somebody has held a role, as the house says it plainly (R097).</summary>
public static class Tenure
{
    /// <summary>From here on the page says it, and proposes to take turns.</summary>
    public const int MonthsToSay = 14;

    /// <summary>Whether <see cref="MonthsToSay"/> whole months have passed since the role was taken.</summary>
    public static bool IsLong(this HeldRole role, DateOnly today) => role.Since.AddMonths(MonthsToSay) <= today;
}
