using System.Globalization;
using System.Net;
using Alentour.Bench.Measuring;
using Alentour.Bench.Seed;
using Alentour.Foundation.Clock;
using Microsoft.Data.Sqlite;

namespace Alentour.Bench.Circling;

/// <summary>Where the circle stands: its round, its last turn, and who holds the pebble; read from outside the house.</summary>
readonly record struct Where(int Round, int Turn, int? Holder, bool IsSpeaking);

/// <summary>An open circle of eight, come to by its doors: the meeting of one group has just begun, a member opens it, seven take a seat.</summary>
sealed class Evening(string file, string path)
{
    public const int Seats = 8;

    const long Group = 100;
    const int BeganBefore = -5;

    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    public string Path => path;

    /// <summary>The session of the nth seat, as a browser sends it; the first keeps the circle.</summary>
    public static string Cookie(long seat) => "alentour=" + MembersSeed.Cookie(Member(seat));

    public static async Task<Evening> OpenAsync(Uri house, string file)
    {
        await BeginMeetingAsync(file);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house };
        var path = await SendAsync(browser, 0, $"/groupes/{HouseSeed.Slug(Group)}/cercle", ("geste", "ouvrir"));
        for (var seat = 1; seat < Seats; seat++)
            await SendAsync(browser, seat, path, ("geste", "entrer"), ("valeur", "Screen"));
        return new Evening(file, path);
    }

    public Where Where()
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT c.round, c.last_turn, s.person_id, c.turn_speaks FROM circle c LEFT JOIN circle_seat s ON s.id = c.turn_seat WHERE c.id = $id";
        command.Parameters.AddWithValue("$id", path["/cercles/".Length..]);
        using var row = command.ExecuteReader();
        if (!row.Read())
            throw new InvalidOperationException("The circle of the bench is not there.");
        return new Where(row.GetInt32(0), row.GetInt32(1), row.IsDBNull(2) ? null : SeatOf(row.GetString(2)), row.GetInt32(3) == 1);
    }

    /// <summary>The press that comes next: whoever is offered the turn takes it, then gives it back; every second one passes; the keeper begins the next round.</summary>
    public (int Seat, string Press) Next(Where now) => now switch
    {
        { Holder: null } => (0, "etape"),
        { IsSpeaking: true } => (now.Holder.Value, "fini"),
        _ => (now.Holder.Value, now.Turn % 2 == 0 ? "passer" : "parler"),
    };

    public Request Press(Where now)
    {
        var (seat, press) = Next(now);
        return new Request(path, Cookie(seat), new Dictionary<string, string>
        {
            ["geste"] = press,
            ["tour"] = now.Turn.ToString(CultureInfo.InvariantCulture),
            ["ronde"] = now.Round.ToString(CultureInfo.InvariantCulture),
            ["valeur"] = "1",
        });
    }

    static long Member(long seat) => MembersSeed.MemberOf(Group) + seat;

    static int SeatOf(string person) => Enumerable.Range(0, Seats).First(seat => MembersSeed.PersonId(Member(seat)) == person);

    static async Task BeginMeetingAsync(string file)
    {
        var (day, time) = WallClock.ToLocal(DateTimeOffset.UtcNow.AddMinutes(BeganBefore), Zone);
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            UPDATE meeting_series SET first_day = $day, every_weeks = 1, nth_in_month = 0, last_day = NULL, starts_at = $at, minutes = 180
            WHERE group_id = (SELECT id FROM mutual_aid_group WHERE slug = $slug)
            """;
        command.Parameters.AddWithValue("$day", day.ToString("O", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$at", time.Hour * 60 + time.Minute);
        command.Parameters.AddWithValue("$slug", HouseSeed.Slug(Group));
        await command.ExecuteNonQueryAsync();
    }

    static async Task<string> SendAsync(HttpClient browser, int seat, string to, params (string Name, string Value)[] fields)
    {
        using var request = new Request(to, Cookie(seat), fields.ToDictionary(f => f.Name, f => f.Value)).ToMessage();
        using var answer = await browser.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"{to} answered {(int)answer.StatusCode} to {string.Join(' ', fields)}: {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!.OriginalString;
    }
}
