using System.Net;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.Groups;

namespace Alentour.Tests.Foundation.Faults;

/// <summary>Two nodes on one PostgreSQL behind nginx.</summary>
public sealed class TwoNodesRaces(ITestOutputHelper output)
{
    const string Group = VisitSteps.Group;

    static readonly TimeSpan Together = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("ALENTOUR_TEST_LONG") is "1" ? 30 : 4);
    static readonly (string, string) Key = ("Alentour__CardKey", new string('7', 64));

    [Fact]
    public async Task Who_comes_in_or_leaves_at_one_node_does_so_at_the_other()
    {
        Skip();
        await using var store = await TestStore.CreateAsync();
        await using var first = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        await using var second = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        await using var front = await NginxFront.StartAsync(first.Address, second.Address);
        using var browser = front.Visitor();
        var cookie = Cookie(await PostAsync(browser, "/demo/entrer", null, ("nom", "Simone")));
        foreach (var _ in Enumerable.Range(0, 8))
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/aujourdhui", cookie)).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(browser, "/sortir", cookie)).StatusCode);
        foreach (var _ in Enumerable.Range(0, 8))
            Assert.NotEqual(HttpStatusCode.OK, (await GetAsync(browser, "/aujourdhui", cookie)).StatusCode);
    }

    [Fact]
    public async Task What_changes_at_one_node_is_read_at_the_other()
    {
        Skip();
        await using var store = await TestStore.CreateAsync();
        await using var first = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        await using var second = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        using var here = first.Visitor();
        using var there = second.Visitor();
        var opened = await PostAsync(here, "/ouvrir", null, ("nom", "Zoé"), ("majeur", "true"), ("appareil", "mien"), ("cle", "k"));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Contains("Zoé", await (await GetAsync(there, "/aujourdhui", Cookie(opened))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_member_ends_or_edits_at_one_node_holds_at_the_other()
    {
        Skip();
        await using var store = await TestStore.CreateAsync();
        await using var first = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        await using var second = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        using var here = first.Visitor();
        using var there = second.Visitor();
        string kept = Cookie(await PostAsync(here, "/demo/entrer", null, ("nom", "Maude"))), lost = Cookie(await PostAsync(there, "/demo/entrer", null, ("nom", "Maude")));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(there, "/aujourdhui", lost)).StatusCode);
        await PostAsync(here, "/mes-acces", kept, ("geste", "autres"));
        Assert.NotEqual(HttpStatusCode.OK, (await GetAsync(there, "/aujourdhui", lost)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(there, "/aujourdhui", kept)).StatusCode);

        const string reason = "Tempête de neige sur les deux nœuds";
        Assert.DoesNotContain(reason, await PublicPageAsync(there), StringComparison.Ordinal);
        var form = await (await GetAsync(here, Group + "/rencontres", kept)).Content.ReadAsStringAsync();
        await PostAsync(here, Group + "/rencontres", kept, ("geste", "annuler"), ("serie", VisitSteps.Series().Match(form).Groups[1].Value), ("jour", VisitSteps.Day().Match(form).Groups[1].Value), ("raison", reason));
        Assert.Contains(reason, await PublicPageAsync(here), StringComparison.Ordinal);
        // A kept page is looked at again within three seconds.
        for (var end = DateTime.UtcNow.AddSeconds(20); DateTime.UtcNow < end && !(await PublicPageAsync(there)).Contains(reason, StringComparison.Ordinal);)
            await Task.Delay(100);
        Assert.Contains(reason, await PublicPageAsync(there), StringComparison.Ordinal);
    }

    static async Task<string> PublicPageAsync(HttpClient browser) => WebUtility.HtmlDecode(await browser.GetStringAsync(Group));

    [Fact]
    public async Task One_node_killed_under_load_loses_nothing_that_was_acknowledged()
    {
        Skip();
        await using var store = await TestStore.CreateAsync();
        await using var stays = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        await using var dies = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Demo, Key);
        await using var front = await NginxFront.StartAsync(stays.Address, dies.Address);
        await Writing.OpenDoorsAsync(store.Address);
        var writing = new Writing();
        using var stop = new CancellationTokenSource();
        var writers = writing.RunAsync(front.Visitor, stop.Token, HttpStatusCode.BadGateway);
        // However busy the machine is: both have begun to answer, and the one that stays goes on.
        await writing.GoesOnAsync(90);
        await Task.Delay(Together / 2);
        var before = writing.Acknowledged;
        await dies.KillAsync();
        await writing.GoesOnAsync(90);
        await Task.Delay(Together / 2);
        await stop.CancelAsync();
        await writers;
        using (var browser = front.Visitor())
            await writing.SendAgainAsync(browser);
        output.WriteLine($"{before} acts acknowledged by two nodes, {writing.Acknowledged - before} after one was killed: {writing.Told}.");
        Assert.InRange(writing.Acknowledged, before + 2, int.MaxValue);
        await writing.AssertKeptAsync(store.Address);
    }

    static void Skip()
    {
        Assert.SkipUnless(TestStore.IsPostgres, "Several nodes need PostgreSQL.");
        Assert.SkipUnless(NginxFront.IsHere, "nginx is not installed.");
    }

    static string Cookie(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    static async Task<HttpResponseMessage> GetAsync(HttpClient browser, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", cookie } } };
        return await browser.SendAsync(request);
    }

    static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, string? cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await browser.SendAsync(request);
    }
}
