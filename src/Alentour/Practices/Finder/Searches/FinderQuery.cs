using System.Globalization;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Searches;

/// <summary>What kind of entry is asked for.</summary>
public enum Wanted
{
    All,
    Groups,
    Resources,
    Rights,
}

/// <summary>A value that makes no sense, left aside and said so.</summary>
/// <param name="Field">The name in the address.</param>
/// <param name="Value">As typed, shortened.</param>
public sealed record LeftAside(string Field, string Value);

/// <summary>
/// A search, as the address of the page says it: ?q=&amp;quoi=&amp;lieu=&amp;region=&amp;lat=&amp;lon=&amp;rayon=&amp;comment=&amp;jour=&amp;soir=&amp;langue=&amp;acces=&amp;page=.
/// </summary>
public sealed record FinderQuery
{
    public const int PageSize = 20;

    /// <summary>No list goes further than this: a narrower question helps more than page 26.</summary>
    public const int Most = 500;

    public const int DefaultRadius = 25;
    const int LongestTyped = 200;

    /// <summary>The words as typed.</summary>
    public string Typed { get; init; } = "";

    /// <summary>What every result must hold.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
    public Wanted Wanted { get; init; }

    /// <summary>The place as typed.</summary>
    public string Place { get; init; } = "";
    public string? Region { get; init; }

    /// <summary>Where the device says it is, to two decimals of a degree (about one kilometre).</summary>
    public (double Lat, double Lon)? Here { get; init; }
    public int Radius { get; init; } = DefaultRadius;

    /// <summary>Any of these ways.</summary>
    public Ways Ways { get; init; }

    /// <summary>Or groups where the room and people from afar meet together.</summary>
    public bool IsMixed { get; init; }
    public DayOfWeek? Day { get; init; }
    public bool IsTonight { get; init; }
    public bool IsEvening { get; init; }
    public string? Tongue { get; init; }

    /// <summary>All of these needs.</summary>
    public AccessNeeds Access { get; init; }
    public int Page { get; init; } = 1;
    public IReadOnlyList<LeftAside> Aside { get; init; } = [];

    /// <summary>Whether nothing at all is asked.</summary>
    public bool IsBlank => Address("") == "";

    /// <summary>The words of ?comment= in the order of the form.</summary>
    public static IEnumerable<string> AllWayWords => FinderFields.Ways.Select(w => w.Word).Append(FinderFields.Mixed);

    public static IEnumerable<string> WayWords(FinderQuery query) =>
        AllWayWords.Where(word => word == FinderFields.Mixed ? query.IsMixed : FinderFields.Ways.Any(w => w.Word == word && query.Ways.HasFlag(w.Way)));

    /// <summary>The word of ?quoi=; null for everything.</summary>
    public static string? WantedWord(Wanted wanted) => wanted switch { Wanted.Groups => "groupes", Wanted.Resources => "ressources", Wanted.Rights => "droits", _ => null };

    /// <param name="values">The values of a field, in order; none when it is absent.</param>
    public static FinderQuery Read(Func<string, IReadOnlyList<string?>> values) => new FinderFields(values).Read();

    /// <summary>The address of this search, or of another page of it.</summary>
    public string Address(string path, int page = 1)
    {
        var parts = new List<string>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        Add("q", Typed);
        Add("quoi", WantedWord(Wanted));
        Add("lieu", Place);
        Add("region", Region);
        Add("lat", Here?.Lat.ToString("0.##", CultureInfo.InvariantCulture));
        Add("lon", Here?.Lon.ToString("0.##", CultureInfo.InvariantCulture));
        Add("rayon", Radius == DefaultRadius ? null : Radius.ToString(CultureInfo.InvariantCulture));
        foreach (var way in WayWords(this))
            Add("comment", way);
        Add("jour", IsTonight ? "ce-soir" : Day is { } day ? FinderFields.DayWord(day) : null);
        Add("soir", IsEvening ? "1" : null);
        Add("langue", Tongue);
        foreach (var code in AccessWords.CodesIn(Access))
            Add("acces", code);
        Add("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    internal static string Shorten(string? text, int longest = LongestTyped)
    {
        var clean = string.Concat((text ?? "").EnumerateRunes().Take(longest).Where(r => r.Value != 0xFFFD).Select(r => System.Text.Rune.IsControl(r) ? " " : r.ToString()));
        return clean.Trim();
    }
}
