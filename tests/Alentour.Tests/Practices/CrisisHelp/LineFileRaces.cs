using System.Net;
using System.Text.Json;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.CrisisHelp;

/// <summary>Each node has its own aide.json, which is whole at every moment.</summary>
public sealed class LineFileRaces
{
    const string Sheet = "/reglages/lignes/fiche/988";
    const int Kills = 4;

    static readonly (string, string) Key = ("Alentour__CardKey", new string('7', 64));

    [Fact]
    public async Task Two_nodes_write_each_its_file_when_one_of_them_is_told_something()
    {
        Assert.SkipUnless(TestStore.IsPostgres, "Several nodes need PostgreSQL.");
        await using var store = await TestStore.CreateAsync();
        var elsewhere = Directory.CreateTempSubdirectory("alentour-node-").FullName;
        await using var first = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Live, Key);
        var cookie = await OpenHouseAsync(first, store.Folder);
        await using var second = await RunningHouse.StartAsync(store.Address, elsewhere, Mode.Live, Key);
        Assert.False(File.Exists(Path.Combine(elsewhere, "aide.json")));
        Assert.Equal(HttpStatusCode.SeeOther, (await EditAsync(first, cookie, "Première")).StatusCode);
        await SaysAsync(second, "Première");
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(store.Folder, "aide.json")), await File.ReadAllTextAsync(Path.Combine(elsewhere, "aide.json")));

        // A node that was down meanwhile writes its file at its next start.
        await second.KillAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await EditAsync(first, cookie, "Deuxième", seen: 1)).StatusCode);
        await using var again = await RunningHouse.StartAsync(store.Address, elsewhere, Mode.Live, Key);
        await SaysAsync(again, "Deuxième");
    }

    [Fact]
    public async Task Killed_while_it_writes_a_node_leaves_the_old_file_or_the_new_one_and_never_half_of_one()
    {
        var chance = new Random(20261128);
        await using var store = await TestStore.CreateAsync();
        var path = Path.Combine(store.Folder, "aide.json");
        string? cookie = null;
        var seen = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var house = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Live, Key);
            cookie ??= await OpenHouseAsync(house, store.Folder);
            if (kill > 0)
                Assert.NotEmpty(JsonDocument.Parse(await File.ReadAllTextAsync(path)).RootElement.GetProperty("all").EnumerateArray());
            var dies = Task.Run(async () =>
            {
                await Task.Delay(chance.Next(200, 900));
                await house.KillAsync();
            });
            seen = await EditUntilKilledAsync(house, cookie, path, seen);
            await dies;
        }
        await using var last = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Live, Key);
        await SaysAsync(last, "Fois ");
        Assert.False(File.Exists(path + ".draft") && File.GetLastWriteTimeUtc(path + ".draft") > File.GetLastWriteTimeUtc(path));
    }

    /// <summary>Edits one line again and again, reading the file whole after each, and returns the last version seen.</summary>
    static async Task<int> EditUntilKilledAsync(RunningHouse house, string cookie, string path, int seen)
    {
        try
        {
            for (; (await EditAsync(house, cookie, $"Fois {seen}", seen)).StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Conflict; seen++)
                if (File.Exists(path))
                    JsonDocument.Parse(await File.ReadAllTextAsync(path));
        }
        catch (HttpRequestException)
        {
            // Killed in the middle of an answer.
        }
        return seen;
    }

    static async Task<string> OpenHouseAsync(RunningHouse house, string folder)
    {
        using var browser = house.Visitor();
        var visit = Cookie(await SendAsync(browser, "/ouverture", null, ("code", (await File.ReadAllTextAsync(Path.Combine(folder, "set-up-code"))).Trim())));
        await SendAsync(browser, "/ouverture/nom", visit, ("nom", "La Passerelle"));
        var account = await SendAsync(browser, "/ouverture/compte", visit, ("nom", "Line"), ("cle", "k"));
        var cookie = Cookie(account);
        await SendAsync(browser, "/ouverture/fin", $"{visit}; {cookie}");
        return cookie;
    }

    static async Task<HttpResponseMessage> EditAsync(RunningHouse house, string cookie, string who, int seen = 0)
    {
        using var browser = house.Visitor();
        return await SendAsync(browser, Sheet, cookie, ("vu", $"{seen}"), ("nom", "988"), ("numero", "988"), ("heures", "toujours"), ("police", "inconnu"), ("qui", who));
    }

    static async Task SaysAsync(RunningHouse house, string words)
    {
        using var visitor = house.Visitor();
        for (var i = 0; i < 200; i++)
        {
            if ((await visitor.GetStringAsync("/aide")).Contains(words, StringComparison.Ordinal))
                return;
            await Task.Delay(50);
        }
        Assert.Fail($"/aide does not say {words} after ten seconds.");
    }

    static string Cookie(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Last().Split(';')[0];

    static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string path, string? cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await browser.SendAsync(request);
    }
}
