using System.Text.Json;
using System.Text.Json.Serialization;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.CrisisHelp;

/// <summary>The written form of the lines: aide.json of a house, and the built-in list.</summary>
static class CrisisLineJson
{
    /// <exception cref="FormatException">The file is not a list of lines people could use; the message says why.</exception>
    public static CrisisLines Read(Stream stream)
    {
        CrisisLines? lines;
        try
        {
            lines = JsonSerializer.Deserialize(stream, CrisisLineContext.Default.CrisisLines);
        }
        catch (JsonException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
        if (lines?.All is not { Count: > 0 and <= 40 })
            throw new FormatException("There must be 1 to 40 lines.");
        for (var i = 0; i < lines.All.Count; i++)
            if (Fault(lines.All[i]) is { } fault)
                throw new FormatException($"Line {i + 1}: {fault}");
        return lines;
    }

    /// <summary>As aide.json holds them.</summary>
    public static byte[] Write(CrisisLines lines) => JsonSerializer.SerializeToUtf8Bytes(lines, CrisisLineContext.Default.CrisisLines);

    public static string Write(CrisisLine line) => JsonSerializer.Serialize(line, CrisisLineContext.Default.CrisisLine);

    /// <exception cref="FormatException">It is not a line people could use.</exception>
    public static CrisisLine ReadLine(string json)
    {
        try
        {
            var line = JsonSerializer.Deserialize(json, CrisisLineContext.Default.CrisisLine);
            return Fault(line) is { } fault ? throw new FormatException(fault) : line!;
        }
        catch (JsonException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    static string? Fault(CrisisLine? line)
    {
        if (line is null || line.Name is null || line.Name.IsEmpty)
            return "it has no name.";
        if (line.Call is null && line.Text is null && line.Chat is null)
            return "it has no number and no address.";
        if (line.Chat is { } chat && !(chat.IsAbsoluteUri && chat.Scheme == Uri.UriSchemeHttps))
            return "the address of its chat must begin with https://.";
        foreach (var number in new[] { line.Call, line.Text }.OfType<PhoneNumber>())
            if (number.Dial is not { Length: >= 3 and <= 15 } || !number.Dial.All(char.IsAsciiDigit) || string.IsNullOrWhiteSpace(number.Shown))
                return "a number needs 3 to 15 digits to dial and the way it is shown.";
        if (line.MayAlertWithoutConsent is { } alert && (alert.Says is null || alert.Says.IsEmpty || string.IsNullOrWhiteSpace(alert.Source)))
            return "what is said of police and ambulance needs its words and its source.";
        return line.Opening is null || line.Opening.Week is null || (line.Opening.Kind == OpeningKind.Weekly) != (line.Opening.Week.Count > 0)
            ? "its hours are unknown, always, or a list of days with from and until."
            : null;
    }
}

/// <summary>Hours are written "unknown", "always", or [{"day": "monday", "from": "18:00", "until": "02:00"}].</summary>
sealed class OpeningHoursJson : JsonConverter<OpeningHours>
{
    public override OpeningHours Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
            return OpeningHours.Weekly(JsonSerializer.Deserialize(ref reader, CrisisLineContext.Default.ListWrittenStretch)!.ConvertAll(s => s?.Read() ?? throw new JsonException(WrittenStretch.Expected)));
        return (reader.TokenType == JsonTokenType.String ? reader.GetString() : null) switch
        {
            "always" => OpeningHours.Always,
            "unknown" => OpeningHours.Unknown,
            _ => throw new JsonException("Hours are \"unknown\", \"always\", or a list of days with from and until."),
        };
    }

    public override void Write(Utf8JsonWriter writer, OpeningHours value, JsonSerializerOptions options)
    {
        if (value.Kind == OpeningKind.Weekly)
            JsonSerializer.Serialize(writer, value.Week.Select(WrittenStretch.Of).ToList(), CrisisLineContext.Default.ListWrittenStretch);
        else
            writer.WriteStringValue(value.Kind == OpeningKind.Always ? "always" : "unknown");
    }
}

sealed record WrittenStretch(string Day, string From, string Until)
{
    public const string Expected = "A stretch reads {\"day\": \"monday\", \"from\": \"18:00\", \"until\": \"02:00\"}.";

    static readonly Dictionary<string, DayOfWeek> DayNames = Enum.GetValues<DayOfWeek>().ToDictionary(d => d.ToString(), StringComparer.OrdinalIgnoreCase);

    public static WrittenStretch Of(OpenStretch stretch) => new(stretch.Day.ToString().ToLowerInvariant(), $"{stretch.From:HH:mm}", $"{stretch.Until:HH:mm}");

    /// <summary>One day by its name: an enum would also read a number, or make one day of « tuesday, friday ».</summary>
    public OpenStretch Read() =>
        DayNames.TryGetValue(Day ?? "", out var day) && TimeOnly.TryParseExact(From, "HH:mm", out var from) && TimeOnly.TryParseExact(Until, "HH:mm", out var until)
            ? new OpenStretch(day, from, until)
            : throw new JsonException(Expected);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(OpeningHoursJson)], ReadCommentHandling = JsonCommentHandling.Skip, WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CrisisLines))]
[JsonSerializable(typeof(CrisisLine))]
[JsonSerializable(typeof(List<WrittenStretch>))]
sealed partial class CrisisLineContext : JsonSerializerContext;
