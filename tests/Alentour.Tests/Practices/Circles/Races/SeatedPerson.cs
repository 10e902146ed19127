using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast.Listening;

namespace Alentour.Tests.Practices.Circles.Races;

/// <summary>Where a circle stands: its round and its turn.</summary>
internal readonly record struct Where(int Round, int Turn) : IComparable<Where>
{
    public int CompareTo(Where other) => (Round, Turn).CompareTo((other.Round, other.Turn));
}

/// <summary>
/// Somebody in a circle at a browser that is never told which house answers: follows the stream, looks again when it says so, takes their
/// turn and gives it back, and remembers what they were told was done.
/// </summary>
internal sealed partial class SeatedPerson(Func<HttpClient> visitor, string name, string cookie) : IDisposable
{
    readonly HttpClient _browser = visitor();
    readonly HttpClient _line = visitor();
    readonly SemaphoreSlim _look = new(1);

    public string Name => name;

    /// <summary>The turns that this person was told they had ended, with their rounds.</summary>
    public ConcurrentQueue<Where> Ended { get; } = [];

    /// <summary>Turns whose end was sent and never answered.</summary>
    public ConcurrentQueue<Where> Unanswered { get; } = [];

    /// <summary>What the last page showed that the stream asked for, and when it was asked for.</summary>
    public (Where Where, DateTime Asked) Seen { get; private set; }

    /// <summary>Hears the stream and looks, until told to stop; a line that breaks off is taken up again.</summary>
    public async Task FollowAsync(string circle, CancellationToken stop)
    {
        string? last = null;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var line = await LiveBrowser.OpenAsync(_line, circle + "/flux", last, cookie);
                while (!stop.IsCancellationRequested && await HeardAsync(line, stop) is { } heard)
                {
                    last = heard.LastId;
                    await LookAsync(circle);
                    _look.Release();
                }
            }
            catch (Exception cut) when (IsCut(cut))
            {
            }
            await Task.Delay(200, CancellationToken.None);
        }
    }

    /// <summary>Takes each turn that comes and gives it back; where <paramref name="keeps"/>, begins a new round when one is over.</summary>
    public async Task TakeTurnsAsync(string circle, bool keeps, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await _look.WaitAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
            try
            {
                while (!stop.IsCancellationRequested && await ActAsync(circle, keeps))
                    continue;
            }
            catch (Exception cut) when (IsCut(cut))
            {
                await Task.Delay(50, CancellationToken.None);
                _look.Release();
            }
        }
    }

    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Headers = { { "Cookie", cookie } } };
        return await _browser.SendAsync(request);
    }

    public async Task<string> PageAsync(string circle)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, circle + "?auto=1") { Headers = { { "Cookie", cookie } } };
        using var answer = await _browser.SendAsync(request);
        // Nobody answers at this moment: as when the line is cut.
        return answer.StatusCode == HttpStatusCode.BadGateway ? throw new HttpRequestException("502") : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public static Where WhereOf(string page) => new(Number(page, "ronde"), Number(page, "tour"));

    static int Number(string page, string field) => Regex.Match(page, $"name=\"{field}\" value=\"(\\d+)\"") is { Success: true } match ? int.Parse(match.Groups[1].Value, null) : -1;

    static async Task<HeardEvent?> HeardAsync(LiveBrowser line, CancellationToken stop)
    {
        try
        {
            return await line.NextAsync().WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    async Task LookAsync(string circle)
    {
        var asked = DateTime.UtcNow;
        Seen = (WhereOf(await PageAsync(circle)), asked);
    }

    /// <returns>Whether there was something to do.</returns>
    async Task<bool> ActAsync(string circle, bool keeps)
    {
        var page = await PageAsync(circle);
        var where = WhereOf(page);
        if (Offered().IsMatch(page))
            await PressAsync(circle, "parler", where);
        else if (page.Contains("name=\"geste\" value=\"fini\"", StringComparison.Ordinal))
            await EndAsync(circle, where);
        else if (keeps && CircleSteps.Centre(page) == "La ronde est faite")
            await PressAsync(circle, "etape", where, ("valeur", "1"));
        else
            return false;
        return true;
    }

    async Task EndAsync(string circle, Where where)
    {
        try
        {
            if (await PressAsync(circle, "fini", where) == HttpStatusCode.SeeOther)
                Ended.Enqueue(where);
        }
        catch (Exception cut) when (IsCut(cut))
        {
            Unanswered.Enqueue(where);
            throw;
        }
    }

    async Task<HttpStatusCode> PressAsync(string circle, string press, Where where, params (string, string)[] more)
    {
        using var answer = await SendAsync(circle, [("geste", press), ("tour", $"{where.Turn}"), ("ronde", $"{where.Round}"), .. more]);
        if (answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable)
            throw new HttpRequestException("nobody answered");
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.UnprocessableEntity, $"{name}, {press}: {answer.StatusCode}");
        return answer.StatusCode;
    }

    static bool IsCut(Exception e) => e is HttpRequestException or IOException or SocketException or TimeoutException or TaskCanceledException or System.Threading.Channels.ChannelClosedException;

    public void Dispose()
    {
        _browser.Dispose();
        _line.Dispose();
        _look.Dispose();
    }

    [GeneratedRegex("name=\"geste\" value=\"parler\">Je parle")]
    private static partial Regex Offered();
}
