using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.People;

public sealed partial class InvitationPage
{
    [Fact]
    public async Task A_slip_lets_one_newcomer_in_once_where_the_house_asks_for_one()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE house SET newcomers_need_invitation = 1");
        using var simone = await house.SignedInAsync("Simone");
        var slips = await MakeAsync(simone, "8");
        Assert.Equal(8, slips.Distinct().Count());
        using var newcomer = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(newcomer, "")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(newcomer, "chat chien loup")).StatusCode);
        Assert.Contains($"value=\"{slips[0]}\"", WebUtility.HtmlDecode(await newcomer.GetStringAsync("/ouvrir?invitation=" + Uri.EscapeDataString(slips[0].Replace(' ', '-')))));
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(newcomer, slips[0].ToUpperInvariant())).StatusCode);
        using var second = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(second, slips[0])).StatusCode);
        Assert.Equal(7, await Sql.NumberAsync(house, "SELECT count(*) FROM invitation"));
    }

    [Fact]
    public async Task A_slip_is_good_for_thirty_days_and_no_longer()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        var slip = (await MakeAsync(simone, "1")).Single();
        house.Clock.Advance(TimeSpan.FromDays(30));
        using var newcomer = house.Newcomer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(newcomer, slip)).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_use_one_slip_at_once_one_comes_in()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        var slip = (await MakeAsync(simone, "1")).Single();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var newcomer = house.Newcomer();
            return (await OpenAsync(newcomer, slip)).StatusCode;
        }));
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM person WHERE chosen_name = 'Zoé'"));
    }

    [Fact]
    public async Task What_is_kept_of_a_slip_names_nobody_and_holds_no_word_of_it()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        var slip = (await MakeAsync(simone, "1")).Single();
        Assert.Empty(await RecordsPage.PlacesAsync(house, slip, slip.Replace(' ', '-')));
        await using var connection = await house.Database.OpenAsync();
        Assert.Equal(["lookup", "runs_out_at"], (await house.Database.Dialect.ColumnsAsync(connection, default)).Where(c => c.Table == "invitation").Select(c => c.Column).Order());
    }

    static Task<HttpResponseMessage> OpenAsync(HttpClient browser, string invitation) =>
        browser.SendAsync("/ouvrir", ("nom", "Zoé"), ("majeur", "true"), ("invitation", invitation), ("cle", Guid.NewGuid().ToString("N")));

    static async Task<IReadOnlyList<string>> MakeAsync(HttpClient browser, string count) =>
        [.. Slip().Matches(WebUtility.HtmlDecode(await (await browser.SendAsync("/invitations", ("combien", count))).Content.ReadAsStringAsync())).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("""<p class="title" lang="fr" translate="no">(.+?)</p>""")]
    private static partial Regex Slip();
}
