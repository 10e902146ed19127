using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Imports;

/// <summary>One weekly meeting, as a BMLT server exports it (GetSearchResults).</summary>
sealed record BmltRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public DayOfWeek Day { get; init; }
    public TimeOnly StartsAt { get; init; }
    public int? Minutes { get; init; }
    public string? Zone { get; init; }
    public Ways Ways { get; init; }
    public string? Language { get; init; }
    public string? PlaceName { get; init; }
    public string? Street { get; init; }
    public string? Municipality { get; init; }

    /// <summary>The town, or the part of it that people name instead.</summary>
    public string? Town { get; init; }
    public string? Province { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public IReadOnlyList<string> FormatIds { get; init; } = [];
    public IReadOnlyList<string> FormatKeys { get; init; } = [];

    /// <summary>Name and place: the rows that share them are the meetings of one group.</summary>
    public string GroupKey() => string.Join('|', new[] { Name, PlaceName, Street, Municipality }.Select(w => string.Join(' ', SearchKey(w))));

    /// <summary>Of all that is read here.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, JsonText.Options)).AsSpan(0, 12));

    /// <exception cref="RowRefusedException">Something in it cannot be.</exception>
    public static BmltRow Read(JsonRow row)
    {
        if (row.Text("published") is "0" or "false")
            throw new RowRefusedException("it is not published");
        var municipality = row.Text("location_municipality");
        var lat = row.Degree("latitude", 90);
        var lon = row.Degree("longitude", 180);
        return new BmltRow
        {
            Id = row.Required("id_bigint", 40),
            Name = row.Required("meeting_name", 160),
            Day = ReadDay(row),
            StartsAt = ReadTime(row),
            Minutes = ReadMinutes(row),
            Zone = ReadZone(row),
            Ways = ReadWays(row),
            Language = row.Text("lang_enum", 10)?.ToLowerInvariant(),
            PlaceName = row.Text("location_text"),
            Street = row.Text("location_street"),
            Municipality = municipality,
            Town = municipality ?? row.Text("location_city_subsection") ?? row.Text("location_neighborhood") ?? row.Text("location_sub_province"),
            Province = row.Text("location_province"),
            Lat = lat is null || lon is null ? null : lat,
            Lon = lat is null || lon is null ? null : lon,
            FormatIds = Split(row.Text("format_shared_id_list", 1000)),
            FormatKeys = Split(row.Text("formats", 1000)),
        };
    }

    static DayOfWeek ReadDay(JsonRow row) => row.Number("weekday_tinyint") switch
    {
        >= 1 and <= 7 and var day => (DayOfWeek)(day - 1),
        null => throw new RowRefusedException("weekday_tinyint is missing"),
        var day => throw new RowRefusedException($"weekday_tinyint is {day}; it must be 1 (Sunday) to 7 (Saturday)"),
    };

    static TimeOnly ReadTime(JsonRow row)
    {
        var text = row.Required("start_time", 40);
        return TimeOnly.TryParseExact(text, ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new TimeOnly(time.Hour, time.Minute)
            : throw new RowRefusedException($"start_time is \"{JsonRow.Shown(text)}\"; it must be such as 19:30:00");
    }

    static int? ReadMinutes(JsonRow row)
    {
        if (row.Text("duration_time", 40) is not { } text)
            return null;
        if (!TimeSpan.TryParseExact(text, [@"hh\:mm\:ss", @"hh\:mm"], CultureInfo.InvariantCulture, out var length))
            throw new RowRefusedException($"duration_time is \"{JsonRow.Shown(text)}\"; it must be such as 01:30:00");
        return length.TotalMinutes >= 1 ? (int)length.TotalMinutes : null;
    }

    static string? ReadZone(JsonRow row)
    {
        if (row.Text("time_zone", 60) is not { } name)
            return null;
        try
        {
            return Zones.Find(name).Id;
        }
        catch (TimeZoneNotFoundException)
        {
            throw new RowRefusedException($"time_zone is \"{name}\", which is no known zone");
        }
    }

    static Ways ReadWays(JsonRow row) => row.Number("venue_type") switch
    {
        2 => Ways.Online,
        3 => Ways.Room | Ways.Online,
        _ => Ways.Room,
    };

    static string[] Split(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static IEnumerable<string> SearchKey(string? words) =>
        PlainLetters.Of(words ?? "").Split([' ', '.', ',', '-', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
}
