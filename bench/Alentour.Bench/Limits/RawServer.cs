using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Alentour.Bench.Limits;

/// <summary>
/// The floor of a page made from the database: hand-written HTML over raw SQLite, 20 groups with when they meet, a page of the
/// weight of the finder's, brotli at its fastest. No routing by pages, no texts, no mapping.
/// </summary>
sealed class RawServer(string file)
{
    const int Rows = 20;

    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    static readonly string[] Days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    /// <summary>What every page carries before and after its list: about as much as the layout of the house.</summary>
    static readonly string Frame = string.Concat(Enumerable.Range(0, 40).Select(i =>
        $"""<li class="door q{i % 8}"><a href="/porte/{i}"><svg viewBox="0 0 48 48"><path d="M24 4l8 12 {i} 8-12 8z"/></svg>La porte numéro {i}</a></li>"""));

    readonly string _connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();

    /// <param name="acts">The file that raw acts are written to.</param>
    public static async Task ServeAsync(string address, string file, string acts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        var server = new RawServer(file);
        app.MapGet("/", server.AnswerAsync);
        app.MapGet("/entre-nous/{slug}", new RawMembers(server._connection, Frame).AnswerAsync);
        app.MapGet("/tour-de-parole/{id}", new RawCircle(server._connection, Frame).AnswerAsync);
        var durable = new RawActs(acts);
        app.MapPost("/venir", durable.InsertAsync);
        app.MapPost("/tour", durable.TurnAsync);
        app.MapGet("/venir", () => "");
        app.MapGet("/pbkdf2", RawActs.HashAsync);
        await app.RunAsync();
    }

    async Task AnswerAsync(HttpContext context)
    {
        var page = int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var html = new StringBuilder("<!doctype html><html lang=\"fr-CA\"><title>Groupes</title><ul>", 16 * 1024).Append(Frame).Append("</ul><ol>");
        await WriteRowsAsync(html, page);
        html.Append("</ol></html>");
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentEncoding = "br";
        await using var brotli = new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
        await brotli.WriteAsync(Encoding.UTF8.GetBytes(html.ToString()));
    }

    async Task WriteRowsAsync(StringBuilder html, int page)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT g.slug, g.name, g.in_members_words, g.town, s.first_day, s.starts_at FROM mutual_aid_group g
            JOIN meeting_series s ON s.group_id = g.id ORDER BY g.slug LIMIT $rows OFFSET $from
            """;
        command.Parameters.AddWithValue("$rows", Rows);
        command.Parameters.AddWithValue("$from", page % 10 * Rows);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var day = DateOnly.ParseExact(reader.GetString(4), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var minutes = reader.GetInt32(5);
            html.Append("<li class=\"group\"><h2><a href=\"/groupes/").Append(reader.GetString(0)).Append("\">").Append(Html.Encode(reader.GetString(1)))
                .Append("</a></h2><p>").Append(Html.Encode(reader.GetString(2))).Append("</p><p>").Append(Html.Encode(reader.GetString(3))).Append(", ")
                .Append(Days[(int)day.DayOfWeek]).Append(CultureInfo.InvariantCulture, $", {minutes / 60} h {minutes % 60:00}</p></li>");
        }
    }
}
