using System.Text.RegularExpressions;

namespace Alentour.Tests.Shape.OldBrowsers;

/// <summary>
/// Reads a style sheet as Chrome 80 and Safari 12 would, and says what they would drop so that a page goes blank or falls apart.
/// What they merely lack (a balance of lines, a rounded outline) is no finding. Inside @supports everything is allowed.
/// </summary>
static partial class OldStyles
{
    public static IEnumerable<string> Findings(string css)
    {
        foreach (var block in StyleBlocks.In(css).Where(b => !b.Around.Any(a => a.StartsWith("@supports", StringComparison.Ordinal))))
            foreach (var finding in AtRules(block).Concat(Selectors(block)).Concat(Declarations(block)))
                yield return $"{finding} ({Short(block.Prelude)})";
    }

    static IEnumerable<string> AtRules(StyleBlock block)
    {
        if (UnknownAtRule().Match(block.Prelude) is { Success: true } unknown)
            yield return $"{unknown.Value} hides all that it holds";
        if (block.Prelude.StartsWith("@media", StringComparison.Ordinal) && block.Prelude.AsSpan().ContainsAny('<', '>'))
            yield return "a media query with < or > is never true";
    }

    /// <summary>One selector that is not understood drops the whole list.</summary>
    static IEnumerable<string> Selectors(StyleBlock block)
    {
        if (block.IsAtRule)
            yield break;
        if (block.Prelude.Contains('&') || block.Around.Any(a => !a.StartsWith('@')))
            yield return "a nested rule is dropped, and may take its parent with it";
        var selectors = StyleBlocks.Split(block.Prelude, ',');
        var strange = selectors.Where(s => NewPseudo().IsMatch(s)).ToList();
        if (strange.Count > 0 && strange.Count < selectors.Count)
            yield return $"« {strange[0].Trim()} » drops the selectors beside it";
    }

    static IEnumerable<string> Declarations(StyleBlock block)
    {
        var before = new List<string>();
        var flex = block.Declarations.Any(d => d is { Property: "display", Value: "flex" or "inline-flex" });
        foreach (var (property, value) in block.Declarations)
        {
            if (property is "inset" || property.StartsWith("inset-", StringComparison.Ordinal))
                yield return $"{property}: what it places stays where it was";
            if (flex && property is "gap" or "row-gap" or "column-gap" && flex)
                yield return $"{property} in a flex box: its pieces touch";
            if (NewValue().Match(value) is not { Success: true } strange)
                before.Add(property);
            else if (property.StartsWith("--", StringComparison.Ordinal))
                yield return $"{property} holds {strange.Value}: what uses it is void";
            else if (!before.Any(b => b == property || property.StartsWith(b + "-", StringComparison.Ordinal) || b.StartsWith(property + "-", StringComparison.Ordinal)))
                yield return $"{property}: {strange.Value} with nothing before it to fall back on";
        }
    }

    static string Short(string prelude) => prelude.Length > 90 ? prelude[..90] + "…" : prelude;

    [GeneratedRegex(@"^@(layer|container|scope|property|custom-media|when|else)\b")]
    private static partial Regex UnknownAtRule();

    [GeneratedRegex(@":(has|is|where|focus-visible|user-valid|user-invalid|open|popover-open|modal|autofill|state|dir|defined-by)\b|::(marker|part|file-selector-button|backdrop-new|view-transition)|:not\([^()]*,|:nth-child\([^()]* of ")]
    private static partial Regex NewPseudo();

    [GeneratedRegex(@"\b(clamp|color-mix|light-dark|oklch|oklab|lab|lch|hwb|color|round|mod|rem|sin|cos|conic-gradient|linear|image-set)\(|\b\d*\.?\d+[dsl]v[hwib]\b|\brgba?\([^(),]*\s[^(),]*\)|\bhsla?\([^(),]*\s[^(),]*\)")]
    private static partial Regex NewValue();
}
