using System.Text;

namespace Alentour.Tests.Shape.OldBrowsers;

/// <param name="Prelude">What stands before the brace: selectors, or an at-rule.</param>
/// <param name="Around">The preludes of the blocks it stands in, the outermost first.</param>
sealed record StyleBlock(string Prelude, IReadOnlyList<string> Around, IReadOnlyList<(string Property, string Value)> Declarations)
{
    public bool IsAtRule => Prelude.StartsWith('@') || Around.Any(a => a.Contains("keyframes", StringComparison.Ordinal));
}

/// <summary>A style sheet as a list of blocks: enough of CSS for what the build writes (minified, no comments within values).</summary>
static class StyleBlocks
{
    public static IReadOnlyList<StyleBlock> In(string css)
    {
        var found = new List<StyleBlock>();
        var open = new Stack<(string Prelude, List<(string, string)> Declarations)>();
        var text = new StringBuilder();
        foreach (var sign in Signs(css))
        {
            if (sign is not ("{" or "}" or ";"))
            {
                text.Append(sign);
                continue;
            }
            var said = text.ToString().Trim();
            text.Clear();
            if (sign == "{")
                open.Push((said, []));
            else
                Note(said, open, found);
            if (sign == "}" && open.TryPop(out var closed))
                found.Add(new(closed.Prelude, [.. open.Reverse().Select(o => o.Prelude)], closed.Declarations));
        }
        return found;
    }

    /// <summary>Cuts where a separator stands outside of parentheses and brackets.</summary>
    public static IReadOnlyList<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            if (depth > 0 || text[i] != separator)
                continue;
            parts.Add(text[start..i]);
            start = i + 1;
        }
        return [.. parts, text[start..]];
    }

    static void Note(string said, Stack<(string, List<(string, string)>)> open, List<StyleBlock> found)
    {
        if (said.Length == 0)
            return;
        if (said[0] == '@')
            found.Add(new(said, [], []));
        else if (open.TryPeek(out var inside) && said.IndexOf(':') is > 0 and var colon)
            inside.Item2.Add((said[..colon].Trim().ToLowerInvariant(), said[(colon + 1)..].Trim()));
    }

    /// <summary>One sign at a time; a comment is left out, a string and what stands in parentheses (an address may hold ; and {) count as one.</summary>
    static IEnumerable<string> Signs(string css)
    {
        for (var i = 0; i < css.Length; i++)
        {
            var end = css[i] switch
            {
                '/' when i + 1 < css.Length && css[i + 1] == '*' => css.IndexOf("*/", i + 2, StringComparison.Ordinal) + 1,
                '"' or '\'' => css.IndexOf(css[i], i + 1),
                'u' when css.AsSpan(i).StartsWith("url(") => css.IndexOf(')', i),
                _ => i,
            };
            if (end < i)
                yield break;
            if (css[i] != '/' || end == i)
                yield return css[i..(end + 1)];
            i = end;
        }
    }
}
