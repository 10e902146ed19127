using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
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

    static async Task<IResult> PageAsync(Me me, OwnRecords records, ReadableRecords readable, CancellationToken stop) =>
        Results.File(Encoding.UTF8.GetBytes(readable.Page(records.Kinds, await records.OfAsync(me.Id, stop))), "text/html; charset=utf-8", "mes-donnees.html");
}
