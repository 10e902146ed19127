namespace Alentour.Foundation.Web;

/// <summary>An entry of the main navigation. Modules register theirs; a door that is closed is not shown.</summary>
public interface IDoor
{
    /// <summary>Its place from left to right.</summary>
    int Order { get; }

    /// <summary>The text key of its word.</summary>
    string TextKey { get; }

    /// <summary>The French path it leads to.</summary>
    string Path { get; }

    bool IsOpen { get; }

    /// <summary>What stands in its place on the pages of somebody who is in; null for the same door.</summary>
    IDoor? OnceIn => null;
}

/// <summary>A door that is always open.</summary>
public sealed record Door(int Order, string TextKey, string Path) : IDoor
{
    public bool IsOpen => true;

    public IDoor? OnceIn { get; init; }
}

/// <summary>An English path that sets the language and redirects to the French one: /groups/x → /groupes/x.</summary>
public sealed record EnglishAlias(string English, string French);

/// <summary>A path of our own, as a header takes it: accents escaped, the signs of a path and a query left.</summary>
public static class LocalPath
{
    static readonly (string Escaped, string Sign)[] Left = [("%2F", "/"), ("%3F", "?"), ("%3D", "="), ("%26", "&"), ("%2B", "+"), ("%25", "%")];

    /// <summary>Null when it is none of ours: never a way to another site.</summary>
    public static string? Of(string? path) =>
        path is { Length: > 0 and < 2048 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl)
            ? Left.Aggregate(Uri.EscapeDataString(path), (escaped, one) => escaped.Replace(one.Escaped, one.Sign, StringComparison.Ordinal))
            : null;
}
