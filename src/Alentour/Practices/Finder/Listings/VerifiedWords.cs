using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Listings;

/// <summary>When somebody last checked an entry, as a sentence; after six months it says so (guarantee 15, R040).</summary>
public static class VerifiedWords
{
    const int MonthsOfTrust = 6;

    /// <summary>Whether it was checked too long ago.</summary>
    public static bool IsPastDate(DateOnly? verifiedOn, DateOnly today) => verifiedOn is { } day && day.AddMonths(MonthsOfTrust) <= today;

    /// <param name="receivedOn">For an entry that came from a feed: when. Null when it was read in a document.</param>
    /// <param name="writtenOn">For an entry that a person of the house wrote: when. Null for the words of its source.</param>
    public static string Say(DateOnly? verifiedOn, DateOnly? receivedOn, DateOnly today, Words words, DateOnly? writtenOn = null)
    {
        if (verifiedOn is not { } day)
            return writtenOn is { } written ? words["listing.written", ("date", DateWords.Date(written, words.Language))]
                : receivedOn is { } received
                ? words["listing.received", ("date", DateWords.Date(received, words.Language))]
                : words["listing.neverVerified"];
        var date = DateWords.Date(day, words.Language);
        return IsPastDate(day, today) ? words["listing.verifiedLongAgo", ("date", date)] : words["listing.verified", ("date", date)];
    }
}
