using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Alentour.Practices.Finder.Imports;

/// <summary>One object of a file that anyone may have written: every reading says in a sentence what is wrong.</summary>
sealed class JsonRow(JsonElement row)
{
    /// <summary>The text of a field without control signs, runs of spaces or turns of direction; null when it is missing or empty. Numbers count as text.</summary>
    /// <exception cref="RowRefusedException">It is no text, is broken, or is longer than <paramref name="longest"/> characters.</exception>
    public string? Text(string name, int longest = 200)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
            return null;
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            throw new RowRefusedException($"{name} is {Kind(value)}, not a text");
        var text = Decode(name, value);
        if (text.Length > longest)
            throw new RowRefusedException($"{name} is longer than {longest} characters");
        return Clean(text) is { Length: > 0 } clean ? clean : null;
    }

    /// <exception cref="RowRefusedException">It is missing.</exception>
    public string Required(string name, int longest = 200) => Text(name, longest) ?? throw new RowRefusedException($"{name} is missing");

    public int? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RowRefusedException($"{name} is \"{Shown(text)}\", not a whole number");
    }

    /// <summary>A degree; null when missing or 0, which feeds write for "unknown".</summary>
    public double? Degree(string name, double most)
    {
        if (Text(name) is not { } text)
            return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degree) || !double.IsFinite(degree) || Math.Abs(degree) > most)
            throw new RowRefusedException($"{name} is \"{Shown(text)}\", not a degree between -{most} and {most}");
        return degree == 0 ? null : degree;
    }

    static string Decode(string name, JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new RowRefusedException($"{name} is not valid UTF-8");
        }
    }

    static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            if (!isSpace)
                clean.Append(rune.ToString());
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }
        return clean.ToString().TrimEnd();
    }

    static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "true or false",
    };

    public static string Shown(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
