using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Calendar;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using House = Alentour.Community.Organizations.House;

namespace Alentour.Bench.Seed;

/// <summary>One house and its groups, as long and as full as those of the demonstration.</summary>
sealed class HouseSeed(Chance chance, IReadOnlyList<Venue> venues)
{
    // A fixed day: the rows of a run this year are those of a run next year.
    static readonly DateOnly Beginning = new(2025, 1, 6);
    static readonly DateTimeOffset Published = new(2025, 1, 6, 12, 0, 0, TimeSpan.Zero);

    public static string Slug(long number) => $"groupe-{number:000}";

    public void Lay(Db db, int groups)
    {
        db.Add(House());
        for (var number = 0; number < groups; number++)
        {
            var group = Group(number, venues[number % venues.Count]);
            group.Publish(Published);
            db.Add(group);
            db.Add(new GroupAgreement { Id = chance.Id(), GroupId = group.Id, Number = 1, AdoptedOn = Beginning, Method = chance.Sentence(10), Articles = Sentences(6, 12) });
            db.Add(Series(group.Id, number));
        }
    }

    House House() => new()
    {
        Id = chance.Id(),
        Name = "Maison du banc d'essai",
        Tagline = Both(chance.Sentence(8)),
        Town = venues[0].Town.Name,
        RegionCode = venues[0].Town.RegionCode,
        Street = venues[0].Street,
        Lat = venues[0].Lat,
        Lon = venues[0].Lon,
        Phone = "418 555-0199",
        Zone = "America/Toronto",
        OpeningHours = [.. Enumerable.Range(0, 7).Select(day => new OpeningHours((DayOfWeek)day, new TimeOnly(10, 0), new TimeOnly(16, 0)))],
        Exceptions = Both(chance.Sentence(25)),
        Directions = Both(chance.Sentence(35)),
        Access = new BilingualList(Sentences(6, 10), Sentences(6, 10)),
        WhoDecides = Both(chance.Sentence(40)),
        Story = Both(chance.Sentence(60)),
        QuiltSeed = 7,
        ExitAddress = new Uri("https://meteo.gc.ca/"),
        OpenedOn = Beginning,
    };

    MutualAidGroup Group(int number, Venue venue) => new()
    {
        Id = chance.Id(),
        Slug = Slug(number),
        Name = $"Cercle {chance.Word()} {chance.Word()}",
        Language = "fr",
        InMembersWords = string.Join(' ', Sentences(4, 11)),
        ForWhom = chance.Sentence(12),
        Themes = [.. Enumerable.Range(0, 4).Select(_ => chance.Word())],
        Forms = [AidForm.Personal],
        Stewardship = GroupStewardship.Members,
        HostedBy = chance.Sentence(10),
        Training = "Non. On apprend en venant.",
        Languages = number % 10 == 0 ? ["fr", "en"] : ["fr"],
        Ways = number % 4 == 0 ? [MeetingWay.Room, MeetingWay.Phone] : [MeetingWay.Room],
        WayWords = chance.Sentence(14),
        Access = Sentences(5, 5),
        FirstVisit = new FirstVisitWords(chance.Sentence(20), chance.Sentence(10), chance.Sentence(10), chance.Sentence(9), Sentences(4, 7), chance.Sentence(14), chance.Sentence(9), chance.Sentence(14)),
        AddressIsPublic = number % 2 == 0,
        Street = venue.Street,
        Town = venue.Town.Name,
        RegionCode = venue.Town.RegionCode,
        Lat = venue.Lat,
        Lon = venue.Lon,
        QuiltSeed = chance.Below(4000),
    };

    /// <summary>Three in four weekly; the rest every two weeks, or the last weekday of the month.</summary>
    MeetingSeries Series(Guid group, int number)
    {
        var day = Beginning.AddDays(chance.Below(7));
        var repetition = (number % 8) switch
        {
            0 => Repetition.Weekly(day, 2),
            1 => Repetition.LastWeekday(day, day.DayOfWeek),
            _ => Repetition.Weekly(day),
        };
        return new MeetingSeries
        {
            Id = chance.Id(),
            GroupId = group,
            FirstDay = repetition.FirstDay,
            EveryWeeks = repetition.EveryWeeks,
            NthInMonth = repetition.NthInMonth,
            StartsAt = new TimeOnly(9 + chance.Below(12), 30 * chance.Below(2)),
            Minutes = 90,
            VisitsAtOnce = 1_000_000,
        };
    }

    IReadOnlyList<string> Sentences(int count, int words) => [.. Enumerable.Range(0, count).Select(_ => chance.Sentence(words))];

    static Bilingual Both(string words) => new(words, words);
}
