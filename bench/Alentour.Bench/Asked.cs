using Alentour.Bench.Measuring;

namespace Alentour.Bench;

/// <summary>What the words after bin/bench ask for.</summary>
/// <param name="Only">Measure only the figures whose name holds these words; null for all.</param>
/// <param name="Folder">Where the laid files stay for the next run; null for a folder that is erased at the end.</param>
sealed record Asked(Pace Pace, string? Only, string? Folder)
{
    public const string Usage = """
        bin/bench                 every figure, in some minutes
        bin/bench --quick         a minute, on 2,000 meetings only
          --only WORDS            the figures whose name holds these words, with their limits
          --folder FOLDER         keeps the laid files there and takes them again the next time
        """;

    /// <summary>Null when the words make no sense.</summary>
    public static Asked? Read(IReadOnlyList<string> words)
    {
        var asked = new Asked(Pace.Whole, null, null);
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1] : null;
            switch (words[i])
            {
                case "--quick":
                    asked = asked with { Pace = Pace.Quick };
                    continue;
                case "--only" when next is not null:
                    asked = asked with { Only = next };
                    break;
                case "--folder" when next is not null:
                    asked = asked with { Folder = Path.GetFullPath(next) };
                    break;
                default:
                    return null;
            }
            i++;
        }
        return asked;
    }
}
