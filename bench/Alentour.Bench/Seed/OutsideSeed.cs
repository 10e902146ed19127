using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Bench.Seed;

/// <summary>Groups elsewhere with their weekly meetings, as an import offers them.</summary>
sealed class OutsideSeed(Chance chance, IReadOnlyList<Venue> venues)
{
    public static readonly ListedSource Source = new("bmlt:bench", new Bilingual("Groupes du banc d'essai", "Groups of the bench"), "https://bench.example/", new DateOnly(2025, 1, 6));

    /// <param name="meetings">In all.</param>
    /// <param name="each">Meetings of one group; the last group may have fewer.</param>
    public IReadOnlyList<OfferedEntry> Offer(int meetings, int each) =>
        [.. Enumerable.Range(0, (meetings + each - 1) / each).Select(n => Entry(n, Math.Min(each, meetings - n * each)))];

    OfferedEntry Entry(int number, int meetings)
    {
        var venue = venues[number % venues.Count];
        var name = $"{chance.Word()} {chance.Word()} {number}";
        return new OfferedEntry($"{number}", name, Sheet(name, venue), [.. Enumerable.Range(0, meetings).Select(m => Meeting($"{number}-{m}"))]);
    }

    ListedSheet Sheet(string name, Venue venue) => new()
    {
        Kind = EntryKind.Group,
        Name = French($"Groupe {name}"),
        Summary = French(chance.Sentence(12)),
        ForWhom = French(chance.Sentence(8)),
        Themes = new BilingualList([chance.Word(), chance.Word(), chance.Word()], null),
        Ways = chance.In(6) ? Ways.Room | Ways.Phone : chance.In(6) ? Ways.Online : Ways.Room,
        Place = venue.Street,
        Town = venue.Town.Name,
        Regions = [venue.Town.RegionCode],
        Lat = venue.Lat,
        Lon = venue.Lon,
        Languages = chance.In(8) ? ["fr", "en"] : ["fr"],
        Access = chance.In(3) ? AccessNeeds.None : (AccessNeeds)1,
        IsFree = true,
        FoundOn = Source.ReceivedOn,
    };

    ListedMeeting Meeting(string reference) =>
        new(reference, reference, (DayOfWeek)chance.Below(7), new TimeOnly(8 + chance.Below(13), 15 * chance.Below(4)), 60 + 30 * chance.Below(3), null, [French(chance.Word())]);

    static Bilingual French(string words) => new(words, null);
}
