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
/// The floor of what members ask: the same questions to the same tables as the page of a group from inside (whose session, whether they
/// belong, the group with its agreement and its series, its members), answered with hand-written HTML.
/// </summary>
sealed class RawMembers(string connection, string frame)
{
    const string Session = "SELECT p.id, p.chosen_name, p.quilt_seed FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN held_role r ON r.person_id = p.id WHERE s.lookup = $lookup AND s.runs_out_at > $now";
    const string Group = "SELECT g.id, g.name, g.in_members_words FROM membership m JOIN mutual_aid_group g ON g.id = m.group_id WHERE m.person_id = $me AND g.slug = $slug";
    const string Series = "SELECT s.first_day, s.starts_at, c.day, c.reason FROM meeting_series s LEFT JOIN meeting_change c ON c.series_id = s.id WHERE s.group_id = $group";
    const string Agreement = "SELECT articles FROM group_agreement WHERE group_id = $group ORDER BY number DESC LIMIT 1";
    const string Asking = "SELECT p.chosen_name FROM join_request j JOIN person p ON p.id = j.person_id WHERE j.group_id = $group";

    const string Members = """
        SELECT coalesce(m.name_here, p.chosen_name), p.quilt_seed, p.certification, r.kind
        FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN held_role r ON r.person_id = p.id WHERE m.group_id = $group ORDER BY 1
        """;

    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public async Task AnswerAsync(HttpContext context)
    {
        await using var raw = new SqliteConnection(connection);
        await raw.OpenAsync();
        var slug = (string)context.Request.RouteValues["slug"]!;
        var html = new StringBuilder("<!doctype html><html lang=\"fr-CA\"><title>Groupe</title><ul>", 16 * 1024).Append(frame).Append("</ul>");
        string me = "", group = "";
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        Ask(raw, Session, [("$lookup", MembersSeed.Seal(context.Request.Cookies["alentour"]!)), ("$now", now)], row => (me, _) = (row.GetString(0), html.Append("<p>").Append(Html.Encode(row.GetString(1))).Append("</p>")));
        Ask(raw, Group, [("$me", me), ("$slug", slug)], row => (group, _) = (row.GetString(0), html.Append("<h1>").Append(Html.Encode(row.GetString(1))).Append("</h1><p>").Append(Html.Encode(row.GetString(2))).Append("</p>")));
        if (group.Length == 0)
            throw new InvalidOperationException("This member is not in this group.");
        Ask(raw, Series, [("$group", group)], row => html.Append("<p>").Append(row.GetString(0)).Append(CultureInfo.InvariantCulture, $", {row.GetInt32(1) / 60} h</p>"));
        Ask(raw, Agreement, [("$group", group)], row => html.Append("<p>").Append(Html.Encode(row.GetString(0))).Append("</p>"));
        Ask(raw, Asking, [("$group", group)], row => html.Append("<p>").Append(Html.Encode(row.GetString(0))).Append("</p>"));
        Ask(raw, Members, [("$group", group)], row => html.Append("<li><svg viewBox=\"0 0 48 48\"><path d=\"M24 4l8 12 8 8-12 8z\"/></svg><strong>").Append(Html.Encode(row.GetString(0))).Append("</strong></li>"));
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentEncoding = "br";
        await using var brotli = new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
        await brotli.WriteAsync(Encoding.UTF8.GetBytes(html.Append("</html>").ToString()));
    }

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
