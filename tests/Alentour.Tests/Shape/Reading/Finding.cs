namespace Alentour.Tests.Shape.Reading;

/// <param name="What">As a line of the exceptions would say it.</param>
/// <param name="Sentence">What a developer reads.</param>
sealed record Finding(string What, string Sentence);

static class Findings
{
    /// <summary>Fails with every sentence on a line of its own.</summary>
    public static void None(IEnumerable<string> sentences)
    {
        var all = sentences.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
