using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Searches;

/// <summary>One choice of a search, in words, and the same search without it.</summary>
public sealed record ChoiceMade(string Said, FinderQuery Without);

/// <summary>What a search asks, said in a few words above its results: the form may stay folded.</summary>
static class ChoicesMade
{
    public static IEnumerable<ChoiceMade> Of(FinderQuery query, SoughtPlace place, Words words) =>
        OfWords(query, words).Concat(OfTime(query, words)).Concat(OfPlace(query, place, words)).Concat(OfManner(query, words)).Select(c => c with { Without = c.Without with { Page = 1 } });

    static IEnumerable<ChoiceMade> OfWords(FinderQuery query, Words words)
    {
        if (query.Typed.Length > 0)
            yield return new(words["finder.chosen.words", ("words", query.Typed)], query with { Typed = "", Words = [] });
        if (query.Wanted != Wanted.All)
            yield return new(words[$"finder.kind.{FinderQuery.WantedWord(query.Wanted)}"], query with { Wanted = Wanted.All });
    }

    static IEnumerable<ChoiceMade> OfTime(FinderQuery query, Words words)
    {
        if (query.IsTonight)
            yield return new(words["finder.tonight"], query with { IsTonight = false });
        if (query.Day is { } day)
            yield return new(DateWords.Weekday(day, words.Language), query with { Day = null });
        if (query.IsEvening)
            yield return new(words["finder.evening"], query with { IsEvening = false });
    }

    static IEnumerable<ChoiceMade> OfPlace(FinderQuery query, SoughtPlace place, Words words)
    {
        var isUsual = query.Radius == FinderQuery.DefaultRadius;
        var nowhere = query with { Place = "", Here = null, Radius = FinderQuery.DefaultRadius };
        if (place.Centre is { } centre)
            yield return new(words[$"finder.chosen.{(centre.Name is null ? "here" : "near")}{(isUsual ? "Usual" : "")}", ("place", centre.Name ?? ""), ("km", query.Radius)], nowhere);
        if (place.Centre is not null && !isUsual)
            yield return new(words["finder.chosen.radius", ("km", query.Radius)], query with { Radius = FinderQuery.DefaultRadius });
        if (place.Region is { } region)
            yield return new(words["finder.chosen.region", ("region", words.Of(region.Name))], query.Region is null ? nowhere : query with { Region = null });
    }

    static IEnumerable<ChoiceMade> OfManner(FinderQuery query, Words words)
    {
        foreach (var (word, way) in FinderFields.Ways.Where(w => query.Ways.HasFlag(w.Way)))
            yield return new(words[$"finder.way.{word}"], query with { Ways = query.Ways & ~way });
        if (query.IsMixed)
            yield return new(words["finder.way.mixte"], query with { IsMixed = false });
        if (query.Tongue is { } tongue)
            yield return new(words[$"finder.tongue.{tongue}"], query with { Tongue = null });
        foreach (var (code, need) in AccessWords.Codes.Where(c => query.Access.HasFlag(c.Need)))
            yield return new(words[$"finder.access.{code}"], query with { Access = query.Access & ~need });
    }
}
