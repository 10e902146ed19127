using Alentour.Foundation.Forms;

namespace Alentour.Community.Groups.Openings;

/// <summary>How something is asked.</summary>
public enum AskedAs
{
    Words,
    Choice,
    Several,
    Region,
}

/// <summary>One thing asked in a section of a group's page.</summary>
/// <param name="Name">Of the field; its texts are page.field.Name and page.help.Name.</param>
/// <param name="Rows">Lines of text; 1 for a single line.</param>
/// <param name="Options">What one chooses from; their texts are page.option.Name.Option.</param>
public sealed record Asked(string Name, AskedAs As = AskedAs.Words, int Rows = 1, IReadOnlyList<string>? Options = null, bool HasHelp = false);

/// <summary>One part of a group's page as members write it: kept at once, left unfinished as long as they like.</summary>
public abstract class PageSection
{
    public static readonly IReadOnlyList<PageSection> All = [new WordsSection(), new RunSection(), new MeetingSection(), new PlaceSection(), new FirstTimeSection()];

    /// <summary>Its part of the address, and of its text keys.</summary>
    public abstract string Path { get; }

    public abstract IReadOnlyList<Asked> Fields { get; }

    /// <summary>What a published page must say and this one does not yet, by the names of the fields.</summary>
    public abstract IEnumerable<string> Missing(MutualAidGroup group);

    public bool IsWritten(MutualAidGroup group) => !Missing(group).Any();

    /// <summary>What stands in a field.</summary>
    public abstract string? Read(MutualAidGroup group, string field);

    /// <summary>The columns as they were written; what does not fit is refused on the sheet.</summary>
    public abstract IReadOnlyList<(string Column, object? Value)> Write(Sheet sheet, MutualAidGroup before);

    protected static IEnumerable<string> Lacking(params (string Field, bool IsThere)[] asked) => asked.Where(a => !a.IsThere).Select(a => a.Field);

    protected static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    protected static string Text(Sheet sheet, string field, int longest = Sheet.Long) => sheet.Text(field, longest) ?? "";

    protected static string Ticked(bool isTicked) => isTicked ? "oui" : "";

    protected static string? Tick<T>(IReadOnlyList<T> among, string field, string prefix) where T : struct, Enum =>
        field.StartsWith(prefix + "-", StringComparison.Ordinal) && Enum.TryParse<T>(field[(prefix.Length + 1)..], out var one) ? Ticked(among.Contains(one)) : null;

    protected static IReadOnlyList<T> Ticks<T>(Sheet sheet, string prefix) where T : struct, Enum => [.. Enum.GetValues<T>().Where(o => sheet.Has($"{prefix}-{o}", "oui"))];
}
