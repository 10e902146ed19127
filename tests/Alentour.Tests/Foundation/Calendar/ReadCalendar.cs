using System.Text.RegularExpressions;

namespace Alentour.Tests.Foundation.Calendar;

/// <summary>A calendar file as a reader sees it: unfolded lines, and words with their escapes undone.</summary>
internal sealed partial class ReadCalendar(string text)
{
    public string[] Lines { get; } = text.Replace("\r\n ", "").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    public static string[] RawLines(string text) => text.Split("\r\n");

    /// <summary>The content of every component of this kind, outer lines left out.</summary>
    public string[][] Components(string kind) =>
        [.. Starts(kind).Select(start => Lines[(start + 1)..].TakeWhile(line => line != $"END:{kind}").ToArray())];

    public static string? Value(string[] component, string name) =>
        component.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..];

    public static string Words(string value) =>
        Escaped().Replace(value, match => match.Groups[1].Value is "n" or "N" ? "\n" : match.Groups[1].Value);

    private IEnumerable<int> Starts(string kind) =>
        Lines.Index().Where(line => line.Item == $"BEGIN:{kind}").Select(line => line.Index);

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}
