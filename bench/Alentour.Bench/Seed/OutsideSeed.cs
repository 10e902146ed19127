namespace Alentour.Bench.Seed;

/// <summary>Groups elsewhere with their weekly meetings, as an import would have laid them.</summary>
static class OutsideSeed
{
    public static Task LayAsync(string file, Chance chance, IReadOnlyList<Venue> venues, int meetings) => Task.CompletedTask;
}
