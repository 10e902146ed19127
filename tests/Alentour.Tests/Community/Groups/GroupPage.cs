using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups;

public sealed class GroupPage : IAsyncLifetime
{
    House _house = null!;
    HttpClient _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await House.OpenAsync();
        _visitor = _house.Visitor();
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _house.DisposeAsync();
    }

    async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _visitor.GetStringAsync(path));

    [Fact]
    public async Task A_group_says_what_it_gathers_who_runs_it_and_when_it_meets()
    {
        var page = await ReadAsync("/groupes/cercle-du-jeudi");
        Assert.Contains("On s’assoit en rond", page);
        Assert.Contains("Des membres seulement.", page);
        Assert.Contains("Chaque jeudi, de 19\u00A0h à 21\u00A0h", page);
        Assert.Contains("ce soir à 19\u00A0h", page);
        Assert.Contains("En vigueur depuis le", page);
    }

    [Fact]
    public async Task A_moved_date_is_said_before_the_dates_themselves()
    {
        var page = await ReadAsync("/groupes/cercle-du-jeudi");
        Assert.InRange(page.IndexOf("se tient plutôt", StringComparison.Ordinal), 1, page.IndexOf("Les prochaines rencontres", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Between_midnight_and_five_the_day_is_said_in_full()
    {
        _house.Clock.MoveTo(new DateTimeOffset(2026, 11, 26, 2, 10, 0, TimeSpan.FromHours(-5)));
        var page = await ReadAsync("/groupes/cercle-du-jeudi");
        Assert.Contains("jeudi 26\u00A0novembre à 19\u00A0h", page);
        Assert.DoesNotContain("ce soir", page);
    }

    [Fact]
    public async Task A_group_that_keeps_its_address_shows_the_town_alone_everywhere()
    {
        var (slug, street) = await PrivateAddressAsync();
        foreach (var path in new[] { $"/groupes/{slug}", $"/groupes/{slug}/premiere-visite", $"/groupes/{slug}/affiche", $"/groupes/{slug}.ics", "/groupes", "/semaine", "/mois" })
        {
            var answer = await _visitor.GetAsync(path);
            Assert.DoesNotContain(street, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task The_neutral_calendar_names_neither_group_nor_place()
    {
        var answer = await _visitor.GetAsync("/groupes/cercle-du-jeudi.ics?neutre=1");
        Assert.Equal("rendez-vous.ics", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var feed = await answer.Content.ReadAsStringAsync();
        Assert.Contains("SUMMARY:Rendez-vous", feed);
        foreach (var word in new[] { "Cercle", "jeudi", "Quai", "Rimouski", "DESCRIPTION", "URL" })
            Assert.DoesNotContain(word, feed, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_data_for_search_engines_is_sound_and_says_what_is_cancelled()
    {
        var page = await _visitor.GetStringAsync("/groupes/cercle-du-jeudi");
        var json = Regex.Match(page, """<script type="application/ld\+json">(.*?)</script>""", RegexOptions.Singleline).Groups[1].Value;
        using var document = JsonDocument.Parse(json);
        var types = document.RootElement.GetProperty("@graph").EnumerateArray().Select(e => e.GetProperty("@type").GetString()).ToList();
        Assert.Equal("Organization", types[0]);
        Assert.Contains("Event", types);
        Assert.Contains("EventRescheduled", json);
    }

    [Theory]
    [InlineData("cercle-du-jeudi", false, "Mixed", "Place VirtualLocation")]
    [InlineData("cercle-du-jeudi", true, "Online", "VirtualLocation")]
    [InlineData("cafe-du-dimanche", false, "Offline", "Place")]
    public async Task Search_engines_learn_whether_one_may_come_in_from_afar(string slug, bool isSeriesFromAfar, string mode, string places)
    {
        if (isSeriesFromAfar)
            await Sql.RunAsync(_house, "UPDATE meeting_series SET is_only_from_afar = 1");
        var page = await _visitor.GetStringAsync($"/groupes/{slug}");
        using var document = JsonDocument.Parse(Regex.Match(page, """<script type="application/ld\+json">(.*?)</script>""", RegexOptions.Singleline).Groups[1].Value);
        var meetings = document.RootElement.GetProperty("@graph").EnumerateArray().Where(e => e.GetProperty("@type").GetString() == "Event").ToList();
        Assert.NotEmpty(meetings);
        Assert.All(meetings, m => Assert.Equal($"https://schema.org/{mode}EventAttendanceMode", m.GetProperty("eventAttendanceMode").GetString()));
        Assert.All(meetings, m => Assert.Equal(places, string.Join(' ', TypesOf(m.GetProperty("location")))));
    }

    static IEnumerable<string?> TypesOf(JsonElement location) =>
        (location.ValueKind == JsonValueKind.Array ? location.EnumerateArray() : Enumerable.Repeat(location, 1)).Select(place => place.GetProperty("@type").GetString());

    [Fact]
    public async Task A_group_that_is_not_published_looks_like_one_that_is_not_there()
    {
        await _house.Database.WriteAsync(async (connection, transaction) =>
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "UPDATE mutual_aid_group SET published_at = NULL WHERE slug = 'cafe-du-dimanche'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        });
        foreach (var ending in new[] { "", "/premiere-visite", "/affiche", ".ics" })
            Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync($"/groupes/cafe-du-dimanche{ending}")).StatusCode);
    }

    [Fact]
    public async Task English_is_said_on_the_same_address_and_keeps_the_members_own_words()
    {
        _visitor.DefaultRequestHeaders.Add("Cookie", "langue=en");
        var page = await ReadAsync("/groupes/cercle-du-jeudi");
        Assert.Contains("Every Thursday, 7\u00A0p.m. to 9\u00A0p.m.", page);
        Assert.Contains("""lang="fr-CA">Cercle du jeudi""", page);
    }

    [Theory]
    [InlineData("speaking-up-over-tea", "fr", "Ce groupe a écrit sa page en anglais.")]
    [InlineData("cercle-du-jeudi", "en", "This group wrote its page in French.")]
    public async Task A_page_in_the_other_language_says_so_once(string slug, string read, string said)
    {
        foreach (var address in new[] { $"/groupes/{slug}", $"/groupes/{slug}/premiere-visite" })
        {
            Assert.Single(Regex.Matches(await ReadInAsync(read, address), Regex.Escape(said)));
            Assert.DoesNotContain(said, await ReadInAsync(read == "fr" ? "en" : "fr", address), StringComparison.Ordinal);
        }
    }

    async Task<string> ReadInAsync(string language, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", $"langue={language}" } } };
        var answer = await _visitor.SendAsync(request);
        return WebUtility.HtmlDecode(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_live_house_without_groups_has_no_group_page()
    {
        await using var live = await House.OpenAsync(Mode.Live);
        using var visitor = live.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/groupes/cercle-du-jeudi")).StatusCode);
    }

    async Task<(string Slug, string Street)> PrivateAddressAsync()
    {
        await using var connection = await _house.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT slug, street FROM mutual_aid_group WHERE address_is_public = 0 AND street IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync(), "The cast must have a group that keeps its address.");
        return (reader.GetString(0), reader.GetString(1));
    }
}
