using System.Text.RegularExpressions;

namespace Alentour.Community.Groups.Hearing;

/// <summary>A telephone number in words that everybody reads: asked back once, since whoever typed it may have meant it for members.</summary>
static partial class PublicNumber
{
    /// <summary>Whether a number of ten figures stands in what is written now and did not before.</summary>
    public static bool IsNew(string? before, string? now) => Number().Matches(now ?? "").Any(m => before?.Contains(m.Value, StringComparison.Ordinal) != true);

    [GeneratedRegex(@"(?<!\d)(?:\+?1[ .-]?)?\(?\d{3}\)?[ .\u00A0-]?\d{3}[ .\u00A0-]?\d{4}(?!\d)")]
    private static partial Regex Number();
}
