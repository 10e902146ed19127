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
