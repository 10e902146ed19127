using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Alentour.Bench.Circling;
using Alentour.Bench.Measuring;
using Alentour.Bench.Seed;

namespace Alentour.Bench;

/// <summary>What members ask and do, and the limit of each: the same work by hand over raw SQLite, the hash alone.</summary>
static partial class MembersFigures
{
    const string Page = "hand-written group page of a member";
    const string Insert = "raw durable insert";
    public const string CirclePage = "circle page, one of eight seated";
    const string Hash = "PBKDF2 alone, 600,000 rounds";

    // Another run on a kept folder sends other forms: the same would announce nothing new.
    static readonly string Forms = Guid.NewGuid().ToString("N");

    /// <summary>« Signed-in page ≤ 2.5 × hand-written HTML over raw SQLite », « a durable act ≤ 3 » (architecture.md part 12).</summary>
    const double TimesPage = 2.5;

    // What each group's page offers as its next date, as a browser would send it back.
    static readonly string[] Dates = new string[BenchFile.Groups];

    public static async Task ReadDatesAsync(Uri house)
    {
        using var visitor = new HttpClient { BaseAddress = house };
        for (var group = 0; group < Dates.Length; group++)
            Dates[group] = Offered().Match(await visitor.GetStringAsync($"/groupes/{HouseSeed.Slug(group)}/je-viens")).Groups[1].Value;
    }

    const string Circle = "hand-written page of a circle";

    /// <summary>The page of a circle of eight, for each of them in turn.</summary>
    public static IReadOnlyList<Figure> OfCircle(string path) =>
    [
        new(Circle, Stand.Raw, n => new Request($"/tour-de-parole/{path["/cercles/".Length..]}?x={n}", Evening.Cookie(n % Evening.Seats)), false),
        new(CirclePage, Stand.Small, n => new Request($"{path}?x={n}", Evening.Cookie(n % Evening.Seats)), false, 1) { Beside = Circle, Times = TimesPage },
    ];

    public static IReadOnlyList<Figure> Limits { get; } =
    [
        new(Page, Stand.Raw, n => Signed($"/entre-nous/{HouseSeed.Slug(Group(n))}?x={n}", n), false),
        new(Insert, Stand.Raw, n => new Request("/venir", Form: Visit(n)), false),
        new(Hash, Stand.Raw, n => $"/pbkdf2?x={n}", false) { IsSlow = true },
    ];

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("group page from inside", Stand.Small, n => Signed($"/groupes/{HouseSeed.Slug(Group(n))}/entre-nous?x={n}", n), false, 1) { Beside = Page, Times = TimesPage },
        new("/aujourdhui, three groups", Stand.Small, n => Signed($"/aujourdhui?x={n}", n), false, 1) { Beside = Page, Times = TimesPage },
        new("« je viens », durable", Stand.Small, n => new Request($"/groupes/{HouseSeed.Slug(Group(n))}/je-viens", Form: Visit(n), From: Address(n)), false, 3) { Beside = Insert, Rows = "first_visit" },
        new("sign-in by card, with its hash", Stand.Small, n => new Request("/entrer", Form: Card(n), From: Address(n)), false) { Beside = Hash, Expected = HttpStatusCode.SeeOther, Rows = "session", IsSlow = true },
    ];

    static long Group(long n) => n % BenchFile.Groups;

    /// <summary>A member of the group of the nth request.</summary>
    static Request Signed(string path, long n) => new(path, "alentour=" + MembersSeed.Cookie(MembersSeed.MemberOf(Group(n))));

    static Dictionary<string, string> Visit(long n) => new() { ["nom"] = $"Visite {n}", ["cle"] = $"{Forms} {n}", ["rencontre"] = Dates[Group(n)] };

    static Dictionary<string, string> Card(long n) => new() { ["mots"] = MembersSeed.CardOf(n % MembersSeed.Cards), ["appareil"] = "mien" };

    // As many people as requests, none at the address of another.
    static string Address(long n) => string.Create(CultureInfo.InvariantCulture, $"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}");

    [GeneratedRegex("name=\"rencontre\" value=\"([^\"]+)\"")]
    private static partial Regex Offered();
}
