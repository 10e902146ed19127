using Alentour.Foundation.Texts;

namespace Alentour.Foundation.Web;

/// <summary>
/// What every page shows of the house, held in memory so that pages answer without a database. Replaced whole when the house changes.
/// </summary>
/// <param name="QuiltSeed">The sewn block of the house.</param>
/// <param name="ExitAddress">Where « Quitter vite » leads.</param>
public sealed record Face(bool HasHouse, string Name, Bilingual Tagline, int QuiltSeed, string? Street, string? Town, string? Phone, Uri ExitAddress)
{
    /// <summary>Before the database is open, or when no house is set up.</summary>
    public static readonly Face None = new(false, "Alentour", new Bilingual("Entraide en santé mentale, tout près.", "Mental-health mutual aid, close by."), 3, null, null, null, new Uri("https://meteo.gc.ca/"));
}

/// <summary>The face in force, and whether this is a demonstration.</summary>
public sealed class SiteFace(bool isDemonstration) : IShownFromMemory
{
    volatile Face _face = Face.None;
    int _number;

    public int Number => Volatile.Read(ref _number);

    public bool IsDemonstration => isDemonstration;

    public Face Now => _face;

    public void Show(Face face)
    {
        _face = face;
        Interlocked.Increment(ref _number);
    }
}
