using System.Globalization;
using System.Net;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Circles.Races;

/// <summary>A circle of ten who speak in turn, round after round, while something dies under them.</summary>
internal sealed class TenPeople : IAsyncDisposable
{
    static readonly string[] Names = ["Simone", "Maude", "Luc", "Jean-Guy", "Kateri", "Aïcha", "Solange", "Rosaire", "Mei", "Tom"];

    readonly CancellationTokenSource _stop = new();
    readonly CancellationTokenSource _quiet = new();
    readonly Database _database;
    readonly List<Task> _lives = [];

    TenPeople(string address, string circle, IReadOnlyList<SeatedPerson> people) => (_database, Circle, People) = (new Database(address), circle, people);

    public string Circle { get; }

    public IReadOnlyList<SeatedPerson> People { get; }

    public int Acknowledged => People.Sum(p => p.Ended.Count);

    /// <summary>Ten of the cast, seated in a circle whose meeting has just begun, by the clock of the machine; the first keeps it.</summary>
    public static async Task<TenPeople> SitAsync(string address, Func<HttpClient> visitor)
    {
        await BeginMeetingAsync(address);
        var people = new List<SeatedPerson>();
        var circle = "";
        foreach (var name in Names)
        {
            using var door = visitor();
            using var entering = await door.PostAsync("/demo/entrer", new FormUrlEncodedContent([new("nom", name)]));
            var person = new SeatedPerson(visitor, name, entering.Headers.GetValues("Set-Cookie").Single(c => c.Contains("alentour=", StringComparison.Ordinal)).Split(';')[0]);
            people.Add(person);
            await person.SendAsync(CircleSteps.Group + "/rejoindre");
            using var comes = circle.Length == 0 ? await person.SendAsync(CircleSteps.Group + "/cercle", ("geste", "ouvrir")) : await person.SendAsync(circle, ("geste", "entrer"), ("valeur", "Screen"));
            Assert.True(comes.StatusCode == HttpStatusCode.SeeOther, $"{name}: {comes.StatusCode}");
            circle = comes.Headers.Location!.OriginalString;
        }
        var ten = new TenPeople(address, circle, people);
        await people[0].SendAsync(circle, ("geste", "etape"), ("valeur", "1"), ("ronde", "1"));
        foreach (var person in people)
        {
            ten._lives.Add(Task.Run(() => person.FollowAsync(circle, ten._stop.Token)));
            ten._lives.Add(Task.Run(() => person.TakeTurnsAsync(circle, person == people[0], ten._quiet.Token)));
        }
        return ten;
    }

    public async Task<Where> WhereAsync()
    {
        await using var connection = await _database.OpenAsync();
        return (await connection.Command("SELECT round, last_turn FROM circle").ListAsync(r => new Where(r.GetInt32(0), r.GetInt32(1)), default)).Single();
    }

    /// <summary>Waits until so many more turns were ended.</summary>
    public async Task GoesOnAsync(int turns)
    {
        var before = Acknowledged;
        for (var end = DateTime.UtcNow.AddSeconds(90); Acknowledged < before + turns; await Task.Delay(20))
            Assert.True(DateTime.UtcNow < end, $"Only {Acknowledged - before} of {turns} turns went on in 90 seconds.");
    }

    /// <summary>How long it took, from now on, until everybody had seen this or what came after, on a page that their stream made them ask for.</summary>
    /// <param name="anew">Whether a page from before counts only if it showed what came after.</param>
    public async Task<TimeSpan> SeenByAllAsync(Where where, bool anew)
    {
        var from = DateTime.UtcNow;
        while (People.Any(p => anew && p.Seen.Asked < from && p.Seen.Where.CompareTo(where) <= 0 || p.Seen.Where.CompareTo(where) < 0))
        {
            Assert.True(DateTime.UtcNow - from < TimeSpan.FromSeconds(60), $"Not seen: {string.Join(", ", People.Where(p => p.Seen.Where.CompareTo(where) < 0).Select(p => p.Name))}");
            await Task.Delay(10);
        }
        return DateTime.UtcNow - from;
    }

    /// <summary>Nobody presses any more; the streams go on.</summary>
    public async Task QuietAsync()
    {
        await _quiet.CancelAsync();
        await Task.WhenAll(_lives.Where((_, i) => i % 2 == 1));
    }

    /// <summary>Nobody's turn was lost or doubled: each round gave exactly one turn to each of the ten, and each was ended once.</summary>
    public void AssertNoneLostNorDoubled(Where now)
    {
        var ended = People.SelectMany(p => p.Ended.Select(w => (w.Round, w.Turn, p.Name))).ToList();
        Assert.Equal(ended.Count, ended.Select(e => e.Turn).Distinct().Count());
        Assert.Equal(ended.Count, ended.Select(e => (e.Round, e.Name)).Distinct().Count());
        // The circle opens with round 1, a welcome without turns; every round that is over gave ten.
        var over = now.Round - 2;
        Assert.InRange(now.Turn, over * Names.Length, (over + 1) * Names.Length);
        Assert.All(ended, e => Assert.Equal(e.Round - 2, (e.Turn - 1) / Names.Length));
        var told = People.SelectMany(p => p.Ended.Concat(p.Unanswered)).Select(w => w.Turn).ToHashSet();
        Assert.All(Enumerable.Range(1, over * Names.Length), turn => Assert.Contains(turn, told));
    }

    public async ValueTask DisposeAsync()
    {
        await _quiet.CancelAsync();
        await _stop.CancelAsync();
        await Task.WhenAll(_lives);
        foreach (var person in People)
            person.Dispose();
        _database.Dispose();
    }

    /// <summary>The meeting of the « Cercle du jeudi » began five minutes ago, by the clock of the machine.</summary>
    public static async Task BeginMeetingAsync(string address)
    {
        using var database = new Database(address);
        var (day, time) = WallClock.ToLocal(DateTimeOffset.UtcNow.AddMinutes(-5), TimeZoneInfo.FindSystemTimeZoneById("America/Toronto"));
        await database.WriteAsync(async (connection, transaction) =>
        {
            await connection.Command("DELETE FROM meeting_change", transaction).RunAsync(default);
            await connection.Command("UPDATE meeting_series SET first_day = @day, every_weeks = 1, nth_in_month = 0, last_day = NULL, starts_at = @at, minutes = 180 WHERE group_id = (SELECT id FROM mutual_aid_group WHERE slug = 'cercle-du-jeudi')",
                transaction, ("day", day.ToString("O", CultureInfo.InvariantCulture)), ("at", time.Hour * 60 + time.Minute)).RunAsync(default);
        });
    }
}
