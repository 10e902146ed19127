using System.Globalization;
using Alentour.Bench.Measuring;
using Alentour.Bench.Seed;

namespace Alentour.Bench;

/// <summary>What is measured, and the goals of architecture.md part 12.</summary>
static class Figures
{
    public const string Hello = "hello, plain Kestrel";
    public const string Raw = "hand-written list of 20 over raw SQLite";

    public static IReadOnlyList<Figure> Of(IReadOnlyList<Venue> venues, Pace pace) =>
    [
        new(Hello, Stand.Hello, _ => "/", isKept: true),
        new(Raw, Stand.Raw, n => $"/?page={n}", isKept: false),
        .. MembersFigures.Limits,
        .. Kept(venues),
        .. Made(venues),
        .. MembersFigures.All,
        .. pace.IsWhole ? Finder(venues, Stand.Large, 2) : [],
    ];

    /// <summary>A search by a word within 10 km of a place.</summary>
    public static Figure WordNear(IReadOnlyList<Venue> venues) => new("finder by word within 10 km", Stand.Large, n => $"/groupes?q={Word(n)}&{Near(venues, n)}&x={n}", false);

    static IEnumerable<Figure> Kept(IReadOnlyList<Venue> venues) =>
    [
        new("home", Stand.Small, _ => "/", true),
        new("groups list", Stand.Small, _ => "/groupes", true),
        new("finder by word", Stand.Small, _ => "/groupes?q=" + Word(40), true),
        new("finder within 10 km", Stand.Small, _ => "/groupes?" + Near(venues, 40), true),
        new("this week", Stand.Small, _ => "/semaine", true),
        new("group page", Stand.Small, _ => "/groupes/" + HouseSeed.Slug(40), true),
        new("/aide", Stand.Small, _ => "/aide", true),
    ];

    // A parameter that means nothing makes an address that was never asked: the cache keys on the whole query.
    static IEnumerable<Figure> Made(IReadOnlyList<Venue> venues) =>
    [
        new("home", Stand.Small, n => $"/?x={n}", false),
        new("group page", Stand.Small, n => $"/groupes/{HouseSeed.Slug(n % BenchFile.Groups)}?x={n}", false, 0.8),
        .. Finder(venues, Stand.Small, 1),
        new("/aide", Stand.Small, n => $"/aide?x={n}", false),
    ];

    static IEnumerable<Figure> Finder(IReadOnlyList<Venue> venues, Stand stand, double search) =>
    [
        new("groups list", stand, n => $"/groupes?x={n}", false, 0.8),
        new("finder by word", stand, n => $"/groupes?q={Word(n)}&x={n}", false, search),
        new("finder within 10 km", stand, n => $"/groupes?{Near(venues, n)}&x={n}", false, search),
        new("this week", stand, n => $"/semaine?page={1 + n % 5}&x={n}", false, 2),
    ];

    static string Word(long n) => Uri.EscapeDataString(Chance.Words[(int)(n % Chance.Words.Count)]);

    static string Near(IReadOnlyList<Venue> venues, long n)
    {
        var venue = venues[(int)(n * 7 % venues.Count)];
        return string.Create(CultureInfo.InvariantCulture, $"lat={venue.Lat:0.00}&lon={venue.Lon:0.00}&rayon=10");
    }
}
