using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Searches;

/// <summary>A result in words.</summary>
public sealed class CardWords(Words words, HouseClock clock)
{
    public Words Words => words;

    /// <summary>Its next date, else the hours of its week; null when it has neither.</summary>
    public string? When(Found found)
    {
        if (found.Next is { } next)
        {
            var when = DateWords.When(next.Day, next.StartsAt, clock.Now, words.Language) + ElsewhereZone(found.Card);
            return words[next.IsMoved ? "finder.nextMoved" : "finder.next", ("when", when)];
        }
        return Weekly(found.Card);
    }

    /// <summary>"Chaque semaine : jeudi à 19 h, samedi à 10 h", or null. True on any day, so fit to be kept.</summary>
    public string? Weekly(FinderCard card) => card.Weekly.Count == 0 ? null
        : words["finder.weekly", ("hours", string.Join(", ", card.Weekly.Select(Hour)) + ElsewhereZone(card))];

    string Hour(WeeklyHour hour) => words["finder.weeklyHour", ("day", DateWords.Weekday(hour.Day, words.Language)), ("time", DateWords.Time(hour.StartsAt, words.Language))];

    /// <summary>Its date in full, fit to be kept.</summary>
    public string? InFull(NextDate? next) => next is null ? null
        : words["finder.onDay", ("day", DateWords.Day(next.Day, words.Language)), ("time", DateWords.Time(next.StartsAt, words.Language))];

    public string? Where(Found found)
    {
        var place = found.Card.Where is { } where ? words.Of(where) : null;
        return found.Kilometres is not { } km ? place
            : words[km < 1 ? "finder.nearAt" : "finder.farAt", ("place", place ?? ""), ("km", Math.Round(km))];
    }

    /// <summary>The few things that decide: how people meet, who runs it, and its language when it is not that of the page.</summary>
    public IEnumerable<string> Deciding(FinderCard card)
    {
        if (Joined(WaysIn(card.Ways).Select(way => words[$"finder.way.{way}"])) is { } ways)
            yield return ways;
        if (card.RunBy is { } stewardship && card.Kind <= EntryKind.Group)
            yield return words[$"finder.runBy.{stewardship}"];
        if (!SpeaksMine(card) && Joined(OtherTongues(card)) is { } tongues)
            yield return tongues;
    }

    /// <summary>What else is good to know, in one quiet line; null when there is nothing.</summary>
    public string? Also(FinderCard card) =>
        Joined((SpeaksMine(card) ? OtherTongues(card) : []).Concat(AccessWords.CodesIn(card.Access).Select(need => words[$"finder.access.{need}"]))) is { } things
            ? words["finder.also", ("things", things)] : null;

    bool SpeaksMine(FinderCard card) => (card.Tongues & Tongues.Bit(words.Language.Code())) != 0;

    IEnumerable<string> OtherTongues(FinderCard card) => Tongues.In(card.Tongues).Where(t => t != words.Language.Code()).Select(t => words[$"finder.tongue.{t}"]);

    /// <summary>"a, b et c"; null when there is nothing.</summary>
    string? Joined(IEnumerable<string> several) => several.ToList() switch
    {
        [] => null,
        [var only] => only,
        var list => words["finder.and", ("first", string.Join(", ", list.SkipLast(1))), ("last", list[^1])],
    };

    /// <summary>"room", "online", "phone": the ends of text keys.</summary>
    public static IEnumerable<string> WaysIn(Ways ways) => FinderFields.Ways.Where(w => ways.HasFlag(w.Way)).Select(w => w.Word);

    public string? Trust(FinderCard card) => card.IsOfTheHouse ? null : VerifiedWords.Say(card.VerifiedOn, card.ReceivedOn, clock.Now.Day, words, card.WrittenOn);

    string ElsewhereZone(FinderCard card) => card.Zone is { } zone && zone != clock.Zone.Id
        ? words["finder.inZone", ("zone", zone.Split('/')[^1].Replace('_', ' '))]
        : "";
}
