using System.Net;
using System.Text.RegularExpressions;
using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Practices;

/// <summary>The register of incidents (Act 25): eight fields, for the coordination alone, corrected without losing what was written, five years.</summary>
public sealed partial class IncidentPage
{
    static readonly (string, string)[] Lost = [("donnees", "Noms choisis d'une liste"), ("circonstances", "Oubliée à l'imprimante"), ("connu", "2026-11-20"), ("personnes", "Sept")];

    [Fact]
    public async Task An_incident_is_entered_once_and_corrected_beside_what_was_written()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        Assert.Contains("Aucun incident", await line.GetStringAsync("/reglages/incidents"));
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await line.SendAsync("/reglages/incidents/nouveau", [.. Lost, ("cle", "k1")])).StatusCode);
        var id = (await Sql.TextsAsync(house, "SELECT id FROM incident")).Single();
        var page = WebUtility.HtmlDecode(await line.GetStringAsync("/reglages/incidents"));
        foreach (var (_, said) in Lost.Where(f => f.Item1 != "connu"))
            Assert.Contains(said, page);
        Assert.Equal(8, FieldOnPage().Count(page));

        var more = Lost.Select(f => f.Item1 == "personnes" ? ("personnes", "Huit") : f).ToArray();
        Assert.Equal(HttpStatusCode.SeeOther, (await line.SendAsync($"/reglages/incidents/{id}", [.. more, ("vu", "1")])).StatusCode);
        page = WebUtility.HtmlDecode(await line.GetStringAsync("/reglages/incidents"));
        Assert.Contains("Huit", page);
        Assert.Contains("Sept", page);
        var late = await line.SendAsync($"/reglages/incidents/{id}", [.. Lost, ("mesures", "Déchirée"), ("vu", "1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("Déchirée", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()));
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT version FROM incident"));
    }

    [Theory]
    [InlineData("donnees", "")]
    [InlineData("circonstances", " ")]
    [InlineData("connu", "demain")]
    [InlineData("connu", "2026-11-27")]
    [InlineData("connu", "2019-01-01")]
    public async Task What_does_not_fit_is_said_beside_its_field_and_what_was_typed_stays(string field, string value)
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        var answer = await line.SendAsync("/reglages/incidents/nouveau", [.. Lost.Select(f => f.Item1 == field ? (field, value) : f), ("cle", "k1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains($"{field}-refus", page);
        Assert.Contains("Sept", page);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM incident"));
    }

    [Fact]
    public async Task Nobody_but_the_coordination_reads_the_register()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        await line.SendAsync("/reglages/incidents/nouveau", [.. Lost, ("cle", "k1")]);
        Assert.Contains("imprimante", await line.GetStringAsync("/reglages/incidents"));
        using var nadia = await house.SignedInAsync("Nadia");
        Assert.Equal(HttpStatusCode.Forbidden, (await nadia.GetAsync("/reglages/incidents")).StatusCode);
    }

    [Fact]
    public async Task An_entry_goes_five_years_after_the_house_knew_and_not_before()
    {
        await using var house = await House.OpenAsync();
        using var line = await house.SignedInAsync("Line");
        await line.SendAsync("/reglages/incidents/nouveau", [.. Lost, ("cle", "k1")]);
        var nights = house.Services.GetRequiredService<NightWork>();
        house.Clock.MoveTo(new DateTimeOffset(2031, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await nights.RunDueAsync();
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM incident"));
        house.Clock.Advance(TimeSpan.FromDays(1));
        await nights.RunDueAsync();
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM incident"));
    }

    [Fact]
    public async Task The_page_of_privacy_says_who_answers_by_default_whoever_coordinates()
    {
        await using var house = await House.OpenAsync(Alentour.Foundation.Running.Mode.Live);
        using var line = await house.OpenHouseAsync();
        using var visitor = house.Visitor();
        Assert.Contains("Line", await visitor.GetStringAsync("/confidentialite"));
        await line.SendAsync("/reglages/confidentialite", ("responsable", "Zoé Quatre-Vents"), ("joindre", "418 555-0142"), ("vu", VersionOf().Match(await line.GetStringAsync("/reglages/confidentialite")).Groups[1].Value));
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/confidentialite"));
        Assert.Contains("Zoé Quatre-Vents", page);
        Assert.Contains("418 555-0142", page.Replace('\u00a0', ' '));
    }

    [GeneratedRegex("""<dd class="as-written">""")]
    private static partial Regex FieldOnPage();

    [GeneratedRegex("""name="vu" value="([^"]+)["]""")]
    private static partial Regex VersionOf();
}
