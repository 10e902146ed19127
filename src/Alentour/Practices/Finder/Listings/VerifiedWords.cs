using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>When somebody last checked an entry, as a sentence; after six months it says so (guarantee 15, R040).</summary>
public static class VerifiedWords
{
    const int MonthsOfTrust = 6;

    /// <param name="receivedOn">For an entry that came from a feed: when. Null when it was read in a document.</param>
    public static string Say(DateOnly? verifiedOn, DateOnly? receivedOn, DateOnly today, Words words)
    {
        if (verifiedOn is not { } day)
            return receivedOn is { } received
                ? words["listing.received", ("date", DateWords.Date(received, words.Language))]
                : words["listing.neverVerified"];
        var date = DateWords.Date(day, words.Language);
        return day.AddMonths(MonthsOfTrust) <= today ? words["listing.verifiedLongAgo", ("date", date)] : words["listing.verified", ("date", date)];
    }
}
