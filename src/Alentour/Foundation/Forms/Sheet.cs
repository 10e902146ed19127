using Alentour.Foundation.Texts;

namespace Alentour.Foundation.Forms;

/// <summary>A form as a person fills it in: what stands in each field, and what does not fit there.</summary>
/// <param name="read">What stands in a field; null when it was not sent.</param>
public sealed class Sheet(Func<string, string?> read)
{
    /// <summary>A line that must be read on a poster.</summary>
    public const int Line = 120;

    public const int Long = 2000;

    readonly Dictionary<string, (string Key, int Longest)> _refusals = [];

    public string? this[string field] => read(field);

    public bool IsSound => _refusals.Count == 0;

    /// <summary>The text key of what does not fit in this field, and the length it may have.</summary>
    public (string Key, int Longest)? Refusal(string field) => _refusals.TryGetValue(field, out var refusal) ? refusal : null;

    public bool Has(string field, string value) => read(field) == value;

    public void Refuse(string field, string textKey, int longest = 0) => _refusals.TryAdd(field, (textKey, longest));

    /// <summary>What was typed, without blanks at its ends and without signs that do not show; null for nothing.</summary>
    public string? Text(string field, int longest = Line)
    {
        var text = (read(field) ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length > longest)
            Refuse(field, "form.refusal.tooLong", longest);
        if (VisibleText.HidesSigns(text))
            Refuse(field, "form.refusal.hiddenSigns");
        return text.Length > 0 ? text : null;
    }

    /// <summary>The lines that hold something.</summary>
    public IReadOnlyList<string>? Lines(string field) =>
        Text(field, Long)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } lines ? lines : null;

    public Bilingual Both(string field, int longest = Line) => new(Text(field, longest), Text(field + "-en", longest));
}

/// <summary>One field of a form, for the partial that draws it.</summary>
/// <param name="Label">The text key of its label; <paramref name="Help"/> that of the line under it.</param>
/// <param name="Rows">Lines of text it shows; 1 for a single line.</param>
public sealed record Field(Sheet Sheet, string Name, string Label, string? Help = null, int Rows = 1, bool IsRequired = false, string? Language = null);
