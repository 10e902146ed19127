using System.Net;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Web;

/// <summary>People search for what hurts: the words they ask with stand in no log, also when something fails.</summary>
public sealed class LogPrivacy
{
    const string Canary = "canaridelamine";

    [Fact]
    public async Task What_a_person_asks_stands_in_no_log()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        foreach (var path in new[] { "/", "/maison", "/groupes", "/aide", "/nulle-part", "/langue/en", "/help", "/built/nothing.css", "/affichage", "/semaine" })
            await visitor.GetAsync($"{path}?q={Canary}&lieu={Canary}&retour=/{Canary}");
        await visitor.PostAsync($"/affichage?q={Canary}", new FormUrlEncodedContent([new("taille", Canary)]));
        AssertSilent(house);
    }

    [Fact]
    public async Task What_a_person_asks_stands_in_no_log_when_a_page_fails()
    {
        await using var house = await House.OpenAsync();
        await BrokenHouse.BreakGroupsAsync(house);
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.GetAsync($"/groupes/cercle-du-jeudi?q={Canary}")).StatusCode);
        Assert.NotEmpty(house.Log.Lines);
        AssertSilent(house);
    }

    [Fact]
    public async Task What_the_message_of_a_failure_quotes_stands_in_no_log_its_kind_and_place_do()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, $"UPDATE journal_entry SET voice = '{Canary}'");
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.GetAsync("/maison/journal")).StatusCode);
        Assert.Contains(house.Log.Lines, line => line.Contains("System.ArgumentException", StringComparison.Ordinal) && line.Contains("HouseJournal", StringComparison.Ordinal));
        AssertSilent(house);
    }

    [Fact]
    public async Task What_a_person_asks_stands_in_no_log_when_the_database_is_away()
    {
        await using var house = await House.OpenAsync(Mode.Live, database: "postgres:Host=127.0.0.1;Port=1;Timeout=1", wait: false);
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync($"/?q={Canary}")).StatusCode);
        AssertSilent(house);
    }

    static void AssertSilent(House house) => Assert.DoesNotContain(house.Log.Lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
}
