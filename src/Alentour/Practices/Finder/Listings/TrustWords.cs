using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>What an entry elsewhere may be relied on for: where it was read, and when somebody last verified it (R040).</summary>
public static class TrustWords
{
    const int MonthsOfTrust = 6;

    /// <summary>Whether so long has passed since it was verified that it must say so.</summary>
    public static bool IsOld(DateOnly verifiedOn, DateOnly today) => verifiedOn.AddMonths(MonthsOfTrust) <= today;

    /// <param name="isFromDocument">Read in a document, and not received from a feed.</param>
    /// <param name="foundOn">When it was read or received.</param>
    public static string Say(Words words, bool isFromDocument, DateOnly foundOn, DateOnly? verifiedOn, DateOnly today)
    {
        if (verifiedOn is { } verified)
            return words[IsOld(verified, today) ? "resource.trust.old" : "resource.trust.verified", ("date", DateWords.Date(verified, words.Language))];
        return isFromDocument ? words["resource.trust.document"] : words["resource.trust.feed", ("date", DateWords.Date(foundOn, words.Language))];
    }
}
