using System.Net;
using System.Text;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Finder;

/// <summary>2,000 requests that nobody kind would send: a page or a sentence, never a failure of ours.</summary>
public sealed class HostileRequestsPage
{
    const int Requests = 2000;

    static readonly string[] Fields = ["q", "quoi", "lieu", "region", "lat", "lon", "rayon", "comment", "jour", "soir", "langue", "acces", "page", "mois", "retour", "x'y"];
    static readonly string[] Paths = ["/groupes", "/groupes", "/groupes", "/groupes/garder", "/semaine", "/mois", "/ressources/", "/groupes/", "/droits", "/"];
    static readonly string[] Values =
    [
        "\0", "a\0b", "🙂👩‍👩‍👧", "\"", "*", "-", "NEAR(a b, 2)", "a OR b", "a AND NOT b", "^titre:mot", "{a b}", "col : x", "words:*", "'", "''';--", "'; DROP TABLE finder_row; --",
        "' OR '1'='1", "x' UNION SELECT 1,2,3 --", "a & !b | c", "a:*", "<->", "\\", "%", "_", "%00", "%zz", "../../etc/passwd", "..%2f..%2f", "<script>alert(1)</script>", "{{7*7}}", "${x}",
        "1e309", "-1e309", "NaN", "Infinity", "-0", "0x10", "１２", "-1", "0", "99999999999", "2147483648", "-2147483649", "9223372036854775808", "1,5", "1.7976931348623157E+308",
        "\ud83d", "\udc00", "\uFFFE\uFFFF", "\u202Eabc", "a\u0300\u0301\u0302", "ﷺ", "Ǆ", "İ", "ß", "ﬃ", "\r\nSet-Cookie: a=b", "\t\v\f", "null", "undefined", "[]", "{}", "true", "jeudi jeudi", "ce-soir",
    ];

    [Fact]
    public async Task Every_one_gets_a_page_or_a_sentence_in_the_language_of_the_person()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor(cookies: false);
        visitor.DefaultRequestHeaders.Add("Cookie", "langue=en");
        var dice = new Random(2026);
        var failures = new List<string>();
        for (var i = 0; i < Requests; i++)
        {
            var address = Address(dice);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, address));
            using var answer = await visitor.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            var isFine = answer.StatusCode switch
            {
                HttpStatusCode.OK => body.Length > 0,
                HttpStatusCode.Redirect => true,
                // What the server refuses before the application may be empty.
                >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => body.Length == 0 || body.Contains("lang=\"en-CA\"", StringComparison.Ordinal),
                _ => false,
            };
            if (!isFine)
                failures.Add($"{(int)answer.StatusCode} {(address.Length > 300 ? address[..300] : address)}");
        }
        Assert.Empty(failures);
        Assert.DoesNotContain(house.Log.Lines, l => l.Contains("DROP TABLE", StringComparison.Ordinal));
    }

    static string Address(Random dice)
    {
        var path = Paths[dice.Next(Paths.Length)];
        var address = new StringBuilder(path.EndsWith('/') && path.Length > 1 ? path + Escape(Value(dice), dice) : path);
        var fields = dice.Next(0, 6);
        for (var i = 0; i < fields; i++)
            address.Append(i == 0 ? '?' : '&').Append(Escape(Fields[dice.Next(Fields.Length)], dice)).Append('=').Append(Escape(Value(dice), dice));
        return address.ToString();
    }

    static string Value(Random dice) => dice.Next(12) switch
    {
        0 => new string((char)dice.Next('a', 'z'), 9000),
        1 => string.Join(' ', Enumerable.Range(0, dice.Next(1, 200)).Select(_ => Values[dice.Next(Values.Length)])),
        2 => string.Concat(Enumerable.Range(0, dice.Next(1, 60)).Select(_ => (char)dice.Next(1, 0xFFFF))),
        _ => Values[dice.Next(Values.Length)] + (dice.Next(3) == 0 ? Values[dice.Next(Values.Length)] : ""),
    };

    /// <summary>Percent signs by hand, so that half pairs and broken sequences reach the server as they are.</summary>
    static string Escape(string value, Random dice)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var escaped = string.Concat(bytes.Select(b => char.IsAsciiLetterOrDigit((char)b) ? ((char)b).ToString() : $"%{b:X2}"));
        return dice.Next(20) == 0 ? escaped + "%C3%28%ED%A0%80%FF" : escaped;
    }
}
