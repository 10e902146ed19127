namespace Alentour.Practices.Finder.Listings;

/// <summary>The languages in which groups speak or sign, as ?langue= takes them.</summary>
public static class Tongues
{
    /// <summary>In the order of the list of choices; the place of each is its bit, so new ones come last.</summary>
    public static readonly IReadOnlyList<string> Codes = ["fr", "en", "es", "lsq", "asl", "iu", "cr", "ar", "ht", "pt"];

    public static int Mask(IEnumerable<string> codes) => codes.Aggregate(0, (mask, code) => mask | Bit(code));

    /// <summary>0 when the code is unknown here.</summary>
    public static int Bit(string code)
    {
        for (var i = 0; i < Codes.Count; i++)
            if (Codes[i] == code)
                return 1 << i;
        return 0;
    }

    public static IEnumerable<string> In(int mask) => Codes.Where((_, i) => (mask & (1 << i)) != 0);
}
