namespace Alentour.Foundation.Places;

/// <summary>How far apart two spellings are.</summary>
public static class Spelling
{
    /// <summary>Letters to add, take off, change, or swap with their neighbour, to make one out of the other (Damerau, restricted).</summary>
    public static int Distance(string one, string other)
    {
        var (older, above, row) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray(), new int[other.Length + 1]);
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], older[j - 2] + 1);
            }
            (older, above, row) = (above, row, older);
        }
        return above[other.Length];
    }
}
