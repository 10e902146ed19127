using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Practices.Finder;

public sealed class ImportPage
{
    static readonly string Shared = Path.GetFullPath(Path.Combine(FindRoot(), "..", "shared", "data", "bmlt"));

    [Fact]
    public async Task The_real_meetings_come_in_whole_and_a_second_time_change_nothing()
    {
        Assert.SkipUnless(Directory.Exists(Shared), "The real meetings are not beside this repository (../shared/data/bmlt).");
        await using var house = await House.OpenAsync(Mode.Live);
        var first = await ImportAsync(house, "meetings-dev.json");
        Assert.Equal("imported 1125, updated 0, unchanged 0, refused 0", first.Lines[^1]);
        var rows = await CountAsync(house, "SELECT count(*) FROM finder_row");
        Assert.Equal(1125, await CountAsync(house, "SELECT count(*) FROM listed_meeting"));
        var version = await CountAsync(house, "SELECT number FROM public_version");
        var second = await ImportAsync(house, "meetings-dev.json");
        Assert.Equal("imported 0, updated 0, unchanged 1125, refused 0", second.Lines[^1]);
        Assert.Equal((rows, version), (await CountAsync(house, "SELECT count(*) FROM finder_row"), await CountAsync(house, "SELECT number FROM public_version")));

        static Task<(int Exit, string[] Lines)> ImportAsync(House house, string file) => RunAsync(house,
            Path.Combine(Shared, file), "--formats", Path.Combine(Shared, "formats.json"), "--bodies", Path.Combine(Shared, "service_bodies.json"));
    }

    [Fact]
    public async Task A_changed_row_updates_and_an_absent_group_leaves()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        await TakeAsync(house, [Row(1, "Mardi tranquille"), Row(2, "Mardi tranquille", day: 4), Row(3, "Autre groupe")]);
        Assert.Equal(2, await GroupsAsync(house));
        var slug = await SlugAsync(house, "mardi-tranquille");

        var (_, lines) = await TakeAsync(house, [Row(1, "Mardi tranquille"), Row(2, "Mardi tranquille", day: 5)]);
        Assert.Equal("imported 0, updated 1, unchanged 1, refused 0", lines[^1]);
        Assert.Equal("withdrawn 1", lines[^2]);
        Assert.Equal(1, await GroupsAsync(house));

        (_, lines) = await TakeAsync(house, [Row(1, "Mardi paisible"), Row(2, "Mardi paisible", day: 5)]);
        Assert.Equal("imported 0, updated 2, unchanged 0, refused 0", lines[^1]);
        Assert.Equal(slug, await SlugAsync(house, "mardi-tranquille"));
    }

    [Fact]
    public async Task A_bad_row_is_refused_by_number_and_reason_and_stops_nothing_else()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var deep = JsonNode.Parse(new string('[', 60) + new string(']', 60));
        JsonNode?[] rows =
        [
            Row(1, "Bon groupe"), null, 12, Row(1, "Même numéro"), With(Row(2, "x"), "weekday_tinyint", "9"), With(Row(3, "x"), "latitude", "NaN"),
            With(Row(4, "x"), "meeting_name", new string('a', 10_000_000)), With(Row(5, "x"), "meeting_name", new JsonObject()), With(Row(6, "x"), "start_time", "25:99"),
            With(Row(7, "x"), "time_zone", "Mars/Olympus"), With(Row(8, "x"), "meeting_name", deep), With(Row(9, "x"), "latitude", "1e309"),
            With(Row(10, "x"), "meeting_name", null), With(Row(11, "x"), "published", "0"), "texte", new JsonArray(), Row(12, "Dernier groupe"),
        ];
        var (exit, lines) = await TakeAsync(house, rows);
        Assert.Equal(0, exit);
        Assert.Equal("imported 2, updated 0, unchanged 0, refused 15", lines[^1]);
        foreach (var (number, reason) in new[] { (2, "not an object"), (4, "row 1"), (5, "9"), (6, "latitude"), (7, "longer"), (8, "an object"), (9, "start_time"), (10, "Mars"), (13, "missing"), (14, "published") })
            Assert.Contains(lines, l => l.StartsWith($"row {number} refused: ", StringComparison.Ordinal) && l.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_can_no_longer_be_read_keeps_what_it_said()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        await TakeAsync(house, [Row(1, "Un"), Row(2, "Deux")]);
        var (_, lines) = await TakeAsync(house, [Row(1, "Un"), With(Row(2, "Deux"), "weekday_tinyint", "9")]);
        Assert.Equal("imported 0, updated 0, unchanged 1, refused 1", lines[^1]);
        Assert.Equal(2, await GroupsAsync(house));
    }

    [Theory]
    [InlineData("[{\"id_bigint\":\"1\",\"meeting_na")]
    [InlineData("{\"id_bigint\":\"1\"}")]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[1,2")]
    public async Task A_file_that_is_not_one_whole_list_is_refused_with_a_sentence_and_changes_nothing(string text)
    {
        await using var house = await House.OpenAsync(Mode.Live);
        await TakeAsync(house, [Row(1, "Un")]);
        var file = Path.Combine(house.Folder, "bad.json");
        await File.WriteAllTextAsync(file, text);
        var (exit, lines) = await RunAsync(house, file);
        Assert.Equal(1, exit);
        Assert.Matches(new Regex("not one whole JSON list"), lines[^1]);
        Assert.Equal(1, await GroupsAsync(house));
    }

    [Fact]
    public async Task Broken_UTF_8_inside_a_text_refuses_that_row_alone()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var file = Path.Combine(house.Folder, "bytes.json");
        var json = new JsonArray([With(Row(1, "x"), "meeting_name", "CASSE"), Row(2, "Bon")]).ToJsonString();
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(json.Replace("CASSE", "\u00e9\u00ff", StringComparison.Ordinal)));
        var (_, lines) = await RunAsync(house, file);
        Assert.Contains("row 1 refused: meeting_name is not valid UTF-8.", lines);
        Assert.Equal("imported 1, updated 0, unchanged 0, refused 1", lines[^1]);
    }

    [Fact]
    public async Task A_very_deep_row_and_an_empty_list_do_no_harm()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        await TakeAsync(house, [Row(1, "Un")]);
        var file = Path.Combine(house.Folder, "deep.json");
        await File.WriteAllTextAsync(file, $"[{new string('[', 200_000)}{new string(']', 200_000)}, {Row(1, "Un").ToJsonString()}]");
        Assert.Equal("imported 0, updated 0, unchanged 1, refused 1", (await RunAsync(house, file)).Lines[^1]);
        Assert.Equal("imported 0, updated 0, unchanged 0, refused 0", (await TakeAsync(house, [])).Lines[^1]);
        Assert.Equal(1, await GroupsAsync(house));
    }

    internal static JsonObject Row(int id, string name, int day = 3) => JsonNode.Parse(JsonSerializer.Serialize(new
    {
        id_bigint = id.ToString(null, null),
        meeting_name = name,
        weekday_tinyint = day.ToString(null, null),
        venue_type = "1",
        start_time = "19:00:00",
        duration_time = "01:30:00",
        time_zone = "",
        formats = "",
        lang_enum = "fr",
        latitude = "45.50",
        longitude = "-73.57",
        published = "1",
        location_municipality = "Montréal",
        location_province = "QC",
        location_street = "12, rue du Test",
        location_text = "Salle communautaire",
    }))!.AsObject();

    static JsonObject With(JsonObject row, string field, JsonNode? value)
    {
        row[field] = value;
        return row;
    }

    internal static async Task<(int Exit, string[] Lines)> TakeAsync(House house, JsonNode?[] rows)
    {
        var file = Path.Combine(house.Folder, "rows.json");
        await File.WriteAllTextAsync(file, new JsonArray(rows).ToJsonString());
        return await RunAsync(house, file);
    }

    internal static async Task<(int Exit, string[] Lines)> RunAsync(House house, params string[] arguments)
    {
        using var scope = house.Services.CreateScope();
        var command = scope.ServiceProvider.GetServices<ICommand>().Single(c => c.Name == "import bmlt");
        var output = new StringWriter();
        var exit = await command.RunAsync(arguments, output, CancellationToken.None);
        return (exit, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    static async Task<long> CountAsync(House house, string sql)
    {
        await using var connection = await house.Database.OpenAsync();
        await using var command = connection.Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), null);
    }

    static Task<long> GroupsAsync(House house) => CountAsync(house, "SELECT count(*) FROM listed_entry WHERE source_key <> 'seeds'");

    static async Task<string> SlugAsync(House house, string beginning)
    {
        await using var connection = await house.Database.OpenAsync();
        var slugs = await connection.Command("SELECT slug FROM listed_entry").ListAsync(r => r.GetString(0), CancellationToken.None);
        return slugs.Single(s => s.StartsWith(beginning, StringComparison.Ordinal));
    }

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Alentour.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
