using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;

namespace Alentour.Community.People.Records;

/// <summary>GET /mes-donnees/json and /mes-donnees/lisible: all that is kept of whoever asks, at once, as a file.</summary>
static class TakeAway
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/mes-donnees/json", JsonAsync).WithMetadata(new ForMembers());
        routes.MapRead("/mes-donnees/lisible", PageAsync).WithMetadata(new ForMembers());
    }

    static async Task<IResult> JsonAsync(Me me, OwnRecords records, CancellationToken stop)
    {
        var kept = (await records.OfAsync(me.Id, stop)).ToDictionary(k => k.Key, k => k.Rows);
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(kept, Readable), "application/json", "mes-donnees.json");
    }

    /// <summary>A page that needs nothing of the house: it is read years later, on another machine.</summary>
    static async Task<IResult> PageAsync(Me me, OwnRecords records, Words words, CancellationToken stop)
    {
        var page = new StringBuilder();
        var title = WebUtility.HtmlEncode(words["records.title"]);
        page.Append($"<!DOCTYPE html><html lang=\"{words.Language.HtmlCode()}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>");
        page.Append("<style>body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 sans-serif}dt{font-weight:bold}dd{margin:0 0 .5rem}dl{border-top:1px solid}</style>");
        page.Append($"<h1>{title}</h1>");
        var what = records.Kinds.ToDictionary(k => k.Key, k => k.What);
        foreach (var kind in await records.OfAsync(me.Id, stop))
        {
            page.Append($"<h2>{WebUtility.HtmlEncode(words[what[kind.Key]])}</h2>");
            if (kind.Rows.Count == 0)
                page.Append($"<p>{WebUtility.HtmlEncode(words["records.nothing"])}</p>");
            foreach (var row in kind.Rows)
                Append(page, row);
        }
        return Results.File(Encoding.UTF8.GetBytes(page.Append("</html>").ToString()), "text/html; charset=utf-8", "mes-donnees.html");
    }

    static void Append(StringBuilder page, IReadOnlyDictionary<string, string?> row)
    {
        page.Append("<dl>");
        foreach (var (name, value) in row)
            page.Append($"<dt>{WebUtility.HtmlEncode(name)}</dt><dd>{WebUtility.HtmlEncode(value ?? "–")}</dd>");
        page.Append("</dl>");
    }
}
