using System.Globalization;
using Alentour.Foundation.Places;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Searches;

/// <summary>Reads each field of an address; what makes no sense is left aside, never an error.</summary>
sealed class FinderFields(Func<string, IReadOnlyList<string?>> values)
{
    const int LongestShown = 40;
    const int FarthestKm = 500;
    const int LastPage = FinderQuery.Most / FinderQuery.PageSize;

    /// <summary>Monday first, as people list a week here.</summary>
    public static readonly IReadOnlyList<(string Word, DayOfWeek Day)> Days =
    [
        ("lundi", DayOfWeek.Monday), ("mardi", DayOfWeek.Tuesday), ("mercredi", DayOfWeek.Wednesday), ("jeudi", DayOfWeek.Thursday),
        ("vendredi", DayOfWeek.Friday), ("samedi", DayOfWeek.Saturday), ("dimanche", DayOfWeek.Sunday),
    ];

    public static readonly IReadOnlyList<(string Word, Ways Way)> Ways = [("salle", Listings.Ways.Room), ("ligne", Listings.Ways.Online), ("telephone", Listings.Ways.Phone)];

    public const string Mixed = "mixte";
    public const string Tonight = "ce-soir";

    readonly List<LeftAside> _aside = [];

    public FinderQuery Read()
    {
        var typed = FinderQuery.Shorten(One("q"));
        var (ways, isMixed) = ReadWays();
        var (day, isTonight) = ReadDay();
        return new FinderQuery
        {
            Typed = typed,
            Words = SearchWords.Asked(typed),
            Wanted = ReadWanted(),
            Place = FinderQuery.Shorten(One("lieu"), 80),
            Region = ReadRegion(),
            Here = ReadHere(),
            Radius = ReadRadius(),
            Ways = ways,
            IsMixed = isMixed,
            Day = day,
            IsTonight = isTonight,
            IsEvening = ReadEvening(),
            Tongue = ReadTongue(),
            Access = ReadAccess(),
            Page = ReadPage(),
            Aside = _aside,
        };
    }

    public static string DayWord(DayOfWeek day) => Days.First(d => d.Day == day).Word;

    Wanted ReadWanted() => Word("quoi") switch
    {
        "" => Wanted.All,
        "groupes" => Wanted.Groups,
        "ressources" => Wanted.Resources,
        "droits" => Wanted.Rights,
        _ => Aside("quoi", Wanted.All),
    };

    string? ReadRegion()
    {
        if (One("region") is not { Length: > 0 } text)
            return null;
        var code = text.Trim().PadLeft(2, '0');
        return (Quebec.Table.RegionOf(code) ?? Quebec.Table.RegionNamed(text))?.Code ?? Aside<string?>("region", null);
    }

    (double, double)? ReadHere()
    {
        var (lat, lon) = (Degree("lat", 90), Degree("lon", 180));
        if (lat is { } y && lon is { } x)
            return (Math.Round(y, 2), Math.Round(x, 2));
        if (lat is not null)
            Aside("lat", 0);
        if (lon is not null)
            Aside("lon", 0);
        return null;
    }

    double? Degree(string field, double most)
    {
        if (One(field) is not { Length: > 0 } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degree) && Math.Abs(degree) <= most ? degree : Aside<double?>(field, null);
    }

    int ReadRadius()
    {
        if (One("rayon") is not { Length: > 0 } text)
            return FinderQuery.DefaultRadius;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var km) && km is >= 1 and <= FarthestKm ? km : Aside("rayon", FinderQuery.DefaultRadius);
    }

    (Ways, bool) ReadWays()
    {
        var (all, isMixed) = (Listings.Ways.None, false);
        foreach (var value in Several("comment"))
        {
            var word = PlainLetters.Of(value);
            if (word == Mixed)
                isMixed = true;
            else if (Ways.FirstOrDefault(w => w.Word == word) is { Word: not null } known)
                all |= known.Way;
            else
                Aside("comment", 0, value);
        }
        return (all, isMixed);
    }

    (DayOfWeek?, bool) ReadDay()
    {
        var word = Word("jour");
        if (word == "")
            return (null, false);
        if (word is Tonight or "ce soir")
            return (null, true);
        return Days.FirstOrDefault(d => d.Word == word) is { Word: not null } known ? (known.Day, false) : Aside<(DayOfWeek?, bool)>("jour", (null, false));
    }

    bool ReadEvening() => Word("soir") switch
    {
        "" or "0" => false,
        "1" => true,
        _ => Aside("soir", false),
    };

    string? ReadTongue() => Word("langue") is not { Length: > 0 } code ? null : Tongues.Bit(code) != 0 ? code : Aside<string?>("langue", null);

    AccessNeeds ReadAccess()
    {
        var all = AccessNeeds.None;
        foreach (var value in Several("acces"))
            all |= AccessWords.Parse(PlainLetters.Of(value)) is not AccessNeeds.None and var need ? need : Aside("acces", AccessNeeds.None, value);
        return all;
    }

    int ReadPage()
    {
        if (One("page") is not { Length: > 0 } text)
            return 1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= LastPage ? page : Aside("page", 1);
    }

    string Word(string field) => PlainLetters.Of(One(field)).Trim();

    string One(string field) => Several(field).FirstOrDefault() ?? "";

    IEnumerable<string> Several(string field) => values(field).Take(20).OfType<string>().Where(v => v.Length > 0).Select(v => v.Length > 1000 ? v[..1000] : v);

    T Aside<T>(string field, T instead) => Aside(field, instead, One(field));

    T Aside<T>(string field, T instead, string value)
    {
        _aside.Add(new LeftAside(field, FinderQuery.Shorten(value, LongestShown)));
        return instead;
    }
}
