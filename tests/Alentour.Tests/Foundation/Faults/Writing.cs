using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Faults;

/// <summary>
/// People who write without a pause, and remember what the house told them was done: accounts opened, groups joined, first visits announced,
/// and sign-ins, which are sent once.
/// </summary>
sealed class Writing
{
    const string Group = "/groupes/cercle-du-jeudi";

    readonly ConcurrentQueue<string> _sessions = new();
    readonly ConcurrentDictionary<string, string> _cookies = new();
    readonly SentAgain _accounts;
    readonly SentAgain _joins;
    readonly SentAgain _visits;

    public Writing() => (_accounts, _joins, _visits) = (new("Essai", OpenAsync), new("Membre", JoinAsync), new("Visite", ComeAsync));

    /// <summary>How many acts the house said were done.</summary>
    public int Acknowledged => _sessions.Count + _accounts.Done.Count + _joins.Done.Count + _visits.Done.Count;

    public string Told => $"{_sessions.Count} sign-ins, {_accounts.Done.Count} accounts, {_joins.Done.Count} groups joined, {_visits.Done.Count} first visits";

    /// <summary>A group that welcomes as many first visits as come.</summary>
    public static async Task OpenDoorsAsync(string address)
    {
        using var database = new Database(address);
        await database.WriteAsync((connection, transaction) => connection.Command("UPDATE meeting_series SET visits_at_once = 1000000", transaction).RunAsync(default));
    }

    /// <summary>Writes until told to stop. A house that dies meanwhile is not an error; an answer that is neither « done » nor « not now » is.</summary>
    public Task RunAsync(Func<HttpClient> visitor, CancellationToken stop, HttpStatusCode notNow = HttpStatusCode.ServiceUnavailable) =>
        Task.WhenAll(new[] { _accounts.SendAsync, _joins.SendAsync, _visits.SendAsync, b => SignInAsync(b, notNow) }.Select(act => Task.Run(async () =>
        {
            using var browser = visitor();
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    await act(browser);
                }
                catch (Exception cut) when (cut is HttpRequestException or SocketException)
                {
                    // Killed between the connection and the question, the socket itself complains.
                    await Task.Delay(10, CancellationToken.None);
                }
            }
        }, CancellationToken.None)));

    /// <summary>Returns when every kind of act was acknowledged once more; after so many seconds it goes on without.</summary>
    public async Task GoesOnAsync(int seconds = 15)
    {
        int[] Counts() => [_sessions.Count, _accounts.Done.Count, _joins.Done.Count, _visits.Done.Count];
        var before = Counts();
        for (var end = DateTime.UtcNow.AddSeconds(seconds); Counts().Zip(before).Any(c => c.First == c.Second) && DateTime.UtcNow < end;)
            await Task.Delay(10);
    }

    /// <summary>Sends again what was never answered.</summary>
    public async Task SendAgainAsync(HttpClient browser)
    {
        foreach (var acts in new[] { _accounts, _joins, _visits })
            await acts.SendAllAsync(browser);
    }

    /// <summary>Every act that was acknowledged stands in the database exactly once, and no form did its act twice.</summary>
    public async Task AssertKeptAsync(string address)
    {
        using var database = new Database(address);
        await using var connection = await database.OpenAsync();
        Task<List<string>> TextsAsync(string sql) => connection.Command(sql).ListAsync(r => r.GetString(0), default);
        var sessions = await TextsAsync("SELECT lookup FROM session");
        Assert.Empty(_sessions.Except(sessions));
        Assert.Equal(sessions.Count, sessions.Distinct().Count());
        var people = await TextsAsync("SELECT chosen_name FROM person");
        _accounts.AssertOnceIn(people);
        _joins.AssertOnceIn(people);
        _joins.AssertOnceIn(await TextsAsync("SELECT p.chosen_name FROM membership m JOIN person p ON p.id = m.person_id"));
        _visits.AssertOnceIn(await TextsAsync("SELECT name FROM first_visit"));
    }

    async Task SignInAsync(HttpClient browser, HttpStatusCode notNow)
    {
        using var answer = await PostAsync(browser, "/demo/entrer", null, ("nom", "Simone"));
        if (answer.StatusCode == HttpStatusCode.SeeOther)
            _sessions.Enqueue(Lookup(answer));
        else
            Assert.Equal(notNow, answer.StatusCode);
    }

    async Task<bool> OpenAsync(HttpClient browser, string name)
    {
        using var answer = await PostAsync(browser, "/ouvrir", null, ("nom", name), ("majeur", "true"), ("appareil", "mien"), ("cle", "key of " + name));
        if (answer.StatusCode == HttpStatusCode.OK)
            _cookies[name] = Cookie(answer);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Joining has no key and needs none; the account it needs is opened with its own.</summary>
    async Task<bool> JoinAsync(HttpClient browser, string name)
    {
        if (!_cookies.ContainsKey(name) && !await OpenAsync(browser, name))
            return false;
        using var answer = await PostAsync(browser, Group + "/rejoindre", _cookies[name]);
        return answer.Headers.Location?.OriginalString == Group + "/entre-nous";
    }

    static async Task<bool> ComeAsync(HttpClient browser, string name)
    {
        var meeting = await browser.ProposedAsync(Group);
        using var answer = await PostAsync(browser, Group + "/je-viens", null, ("nom", name), ("cle", "key of " + name), ("rencontre", meeting));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, string? cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        // People who write without a pause are many, each from an address of their own, as a server in front of the house says it.
        request.Headers.Add("X-Forwarded-For", new IPAddress(RandomNumberGenerator.GetBytes(4)).ToString());
        request.Headers.Add("X-Forwarded-Proto", "https");
        return await browser.SendAsync(request);
    }

    static string Cookie(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    static string Lookup(HttpResponseMessage answer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Cookie(answer).Split('=', 2)[1])));
}
