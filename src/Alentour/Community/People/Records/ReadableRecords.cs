using System.Globalization;
using System.Net;
using System.Text;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Records;

/// <summary>All that is kept of a person as a page that needs nothing of the house: it is read years later, on another machine, or on paper.</summary>
public sealed class ReadableRecords(Words words, TextCatalogue catalogue, HouseClock clock)
{
    const string Style = "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 sans-serif;color:#1f2d2c;background:#fff}h2{margin:2rem 0 .3rem;font-size:1.2rem}"
        + "dl{margin:.6rem 0 0;padding:.6rem 0 0;border-top:1px solid #9aa5a0;page-break-inside:avoid;break-inside:avoid}dt{font-weight:bold}dd{margin:0 0 .5rem;overflow-wrap:anywhere;word-break:break-word}"
        + "h2{page-break-after:avoid;break-after:avoid}@page{margin:18mm}@media print{body{margin:0;padding:0;max-width:none;font-size:11pt}}";

    public string Page(IReadOnlyList<KeptKind> kinds, IReadOnlyList<KeptRows> kept)
    {
        var page = new StringBuilder();
        page.Append($"<!DOCTYPE html><html lang=\"{words.Language.HtmlCode()}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Said("records.title")}</title><style>{Style}</style>");
        page.Append($"<h1>{Said("records.title")}</h1><p>{WebUtility.HtmlEncode(words["records.taken", ("day", DateWords.Date(clock.Now.Day, words.Language))])}</p>");
        foreach (var rows in kept)
        {
            var kind = kinds.Single(k => k.Key == rows.Key);
            page.Append($"<h2>{Said(kind.What)}</h2>");
            if (rows.Rows.Count == 0)
                page.Append($"<p>{Said("records.nothing")}</p>");
            foreach (var row in rows.Rows)
                Append(page, kind, row);
        }
        return page.Append("</html>").ToString();
    }

    void Append(StringBuilder page, KeptKind kind, IReadOnlyDictionary<string, string?> row)
    {
        page.Append("<dl>");
        foreach (var (column, value) in row)
            page.Append($"<dt>{(kind.Labels.TryGetValue(column, out var label) ? Said(label) : WebUtility.HtmlEncode(column))}</dt><dd>{WebUtility.HtmlEncode(Value(kind, column, value))}</dd>");
        page.Append("</dl>");
    }

    string Value(KeptKind kind, string column, string? value) =>
        value is null ? "–"
        : kind.Values.TryGetValue(column, out var key) && catalogue.Has(key(value)) ? words[key(value)]
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateWords.Date(day, words.Language)
        : value;

    string Said(string key) => WebUtility.HtmlEncode(words[key]);
}
