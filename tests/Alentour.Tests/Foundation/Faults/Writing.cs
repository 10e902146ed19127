using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Faults;

/// <summary>
/// People who write without a pause, and remember what the house told them was done. Signing in is sent once; opening an account is sent
/// again with the key of its form until it is answered, as a browser does that never saw the answer.
/// </summary>
sealed class Writing
{
    readonly ConcurrentQueue<string> _sessions = new();
    readonly ConcurrentQueue<string> _opened = new();
    readonly ConcurrentQueue<string> _unanswered = new();
    int _next;

    /// <summary>How many acts the house said were done.</summary>
    public int Acknowledged => _sessions.Count + _opened.Count;

    /// <summary>Writes until told to stop. A house that dies meanwhile is not an error; an answer that is neither « done » nor « not now » is.</summary>
    public Task RunAsync(Func<HttpClient> visitor, CancellationToken stop, HttpStatusCode notNow = HttpStatusCode.ServiceUnavailable) =>
        Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            using var browser = visitor();
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    await (i == 0 ? OpenAsync(browser) : SignInAsync(browser, notNow));
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(10, CancellationToken.None);
                }
            }
        }, CancellationToken.None)));

    /// <summary>Sends again what was never answered.</summary>
    public async Task SendAgainAsync(HttpClient browser)
    {
        for (var left = _unanswered.Count; left > 0; left--)
            await OpenAsync(browser);
    }

    /// <summary>Every act that was acknowledged stands in the database exactly once, and no form did its act twice.</summary>
    public async Task AssertKeptAsync(string address)
    {
        using var database = new Database(address);
        await using var connection = await database.OpenAsync();
        var sessions = await connection.Command("SELECT lookup FROM session").ListAsync(r => r.GetString(0), default);
        Assert.Empty(_sessions.Except(sessions));
        Assert.Equal(sessions.Count, sessions.Distinct().Count());
        var names = (await connection.Command("SELECT chosen_name FROM person").ListAsync(r => r.GetString(0), default)).CountBy(n => n).ToDictionary();
        Assert.DoesNotContain(_opened, name => names.GetValueOrDefault(name) != 1);
        Assert.DoesNotContain(names, n => n.Key.StartsWith("Essai", StringComparison.Ordinal) && n.Value != 1);
    }

    async Task SignInAsync(HttpClient browser, HttpStatusCode notNow)
    {
        using var answer = await browser.PostAsync("/demo/entrer", new FormUrlEncodedContent([new("nom", "Simone")]));
        if (answer.StatusCode == HttpStatusCode.SeeOther)
            _sessions.Enqueue(Lookup(answer));
        else
            Assert.Equal(notNow, answer.StatusCode);
    }

    async Task OpenAsync(HttpClient browser)
    {
        if (!_unanswered.TryDequeue(out var name))
            name = $"Essai {Interlocked.Increment(ref _next)}";
        try
        {
            using var answer = await browser.PostAsync("/ouvrir", new FormUrlEncodedContent([new("nom", name), new("majeur", "true"), new("appareil", "mien"), new("cle", "key of " + name)]));
            if (answer.StatusCode == HttpStatusCode.OK)
                _opened.Enqueue(name);
            else
                _unanswered.Enqueue(name);
        }
        catch (HttpRequestException)
        {
            _unanswered.Enqueue(name);
            throw;
        }
    }

    static string Lookup(HttpResponseMessage answer)
    {
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=', 2)[1];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cookie)));
    }
}
