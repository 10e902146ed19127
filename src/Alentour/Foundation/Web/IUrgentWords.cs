using Alentour.Foundation.Texts;

namespace Alentour.Foundation.Web;

/// <summary>A number as the telephone dials it, and as people read it.</summary>
public sealed record UrgentNumber(string Dial, string Shown);

/// <summary>A crisis line as other pages name it: a house that is being set up sees what already stands on /aide.</summary>
/// <param name="Number">Null when it has neither voice nor text.</param>
/// <param name="IsChecked">Whether the house itself checked it, not too long ago.</param>
public sealed record ShownLine(string Name, string? Number, bool IsChecked);

/// <summary>The first crisis lines, for posters and for pages that are not /aide, so that numbers stand in one place only. Told by the module that keeps the lines.</summary>
public interface IUrgentWords
{
    /// <summary>As one sentence for paper.</summary>
    string OnPaper(Language language);

    /// <summary>The first line by voice; null when no line has one.</summary>
    UrgentNumber? FirstCall { get; }

    /// <summary>The first line by text.</summary>
    UrgentNumber? FirstText { get; }

    /// <summary>Every line, in the order of the house.</summary>
    IReadOnlyList<ShownLine> All(Language language, DateOnly today);
}
