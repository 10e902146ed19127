namespace Alentour.Foundation.Web;

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
