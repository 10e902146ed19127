using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Alentour.Bench.Seed;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Alentour.Bench.Limits;

/// <summary>
/// The floor of the page of a circle: the same questions to the same tables as whoever sits there asks (whose session, the circle with its
/// seats, who waits at the threshold, words and signs, the group with its series and its agreement, how people hear each other), answered
/// with hand-written HTML.
/// </summary>
sealed class RawCircle(string connection, string frame)
{
    const string Session = "SELECT p.id, p.chosen_name, p.quilt_seed FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN held_role r ON r.person_id = p.id WHERE s.lookup = $lookup AND s.runs_out_at > $now";
    const string Circle = "SELECT group_id, round, last_turn, turn_seat, steps, words, ends_at FROM circle WHERE id = $circle";
    const string Seats = "SELECT id, name, quilt_seed, way, standing, is_listening, is_away, said_later, person_id FROM circle_seat WHERE circle_id = $circle ORDER BY number";
    const string Group = "SELECT name, in_members_words, quilt_seed FROM mutual_aid_group WHERE id = $group";
    const string Series = "SELECT s.first_day, s.starts_at, c.day, c.reason FROM meeting_series s LEFT JOIN meeting_change c ON c.series_id = s.id WHERE s.group_id = $group";
    const string Agreement = "SELECT articles FROM group_agreement WHERE group_id = $group ORDER BY number DESC LIMIT 1";
    const string Hearing = "SELECT phone, code, link FROM group_hearing WHERE group_id = $group";

    static readonly string[] OfTheCircle =
    [
        "SELECT id, name FROM circle_arrival WHERE circle_id = $circle",
        "SELECT from_seat, kind FROM circle_sign WHERE circle_id = $circle",
        "SELECT seat_id, said FROM circle_word WHERE circle_id = $circle ORDER BY number",
        "SELECT sequence FROM live_topic WHERE topic = 'circle:' || $circle",
    ];

    static readonly string[] Choices = ["Je passe", "Plus tard", "J'écoute seulement", "Pause", "Je sors"];

    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public async Task AnswerAsync(HttpContext context)
    {
        await using var raw = new SqliteConnection(connection);
        await raw.OpenAsync();
        var circle = (string)context.Request.RouteValues["id"]!;
        var html = new StringBuilder("<!doctype html><html lang=\"fr-CA\"><title>Cercle</title><ul>", 24 * 1024).Append(frame).Append("</ul>");
        string group = "", holder = "";
        Ask(raw, Session, [("$lookup", MembersSeed.Seal(context.Request.Cookies["alentour"]!)), ("$now", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))], row => Say(html, row.GetString(1)));
        Ask(raw, Circle, [("$circle", circle)], row => (group, holder) = (row.GetString(0), row.IsDBNull(3) ? "" : row.GetString(3)));
        foreach (var question in OfTheCircle)
            Ask(raw, question, [("$circle", circle)], row => Say(html, row.GetValue(0).ToString()!));
        foreach (var question in new[] { Group, Series, Agreement, Hearing })
            Ask(raw, question, [("$group", group)], row => Say(html, row.GetString(0)));
        html.Append("<ol>");
        var seats = 0;
        Ask(raw, Seats, [("$circle", circle)], row => (seats, _) = (seats + 1, Seat(html, row, holder)));
        if (seats == 0)
            throw new InvalidOperationException("Nobody sits in this circle.");
        html.Append("</ol>");
        foreach (var choice in Choices)
            html.Append("<form method=\"post\"><input type=\"hidden\" name=\"tour\" value=\"1\"><button name=\"geste\">").Append(choice).Append("</button></form>");
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentEncoding = "br";
        await using var brotli = new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
        await brotli.WriteAsync(Encoding.UTF8.GetBytes(html.Append("</html>").ToString()));
    }

    static StringBuilder Say(StringBuilder html, string words) => html.Append("<p>").Append(Html.Encode(words)).Append("</p>");

    static StringBuilder Seat(StringBuilder html, SqliteDataReader row, string holder) =>
        html.Append("<li class=\"").Append(row.GetString(0) == holder ? "speaks" : "").Append("\"><svg viewBox=\"0 0 48 48\"><path d=\"M24 4l8 12 8 8-12 8z\"/></svg><b>").Append(Html.Encode(row.GetString(1)))
            .Append("</b><span>").Append(row.GetString(4)).Append("</span></li>");

    static void Ask(SqliteConnection raw, string sql, (string Name, string Value)[] values, Action<SqliteDataReader> each)
    {
        using var command = raw.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            each(reader);
    }
}
