namespace Alentour.Tests.Shape.Reading;

/// <summary>
/// A list of exceptions to a rule, one a line: "what  # why". A line without a reason, and a line that no finding needs any more, fail.
/// </summary>
sealed class Exceptions
{
    readonly string _file;
    readonly Dictionary<string, string> _lines = new(StringComparer.Ordinal);

    Exceptions(string file) => _file = file;

    public static Exceptions In(string name)
    {
        var list = new Exceptions($"{Repository.Tests}/Shape/{name}");
        foreach (var line in File.ReadLines(Repository.Path(list._file)).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var parts = line.Split(" # ", 2, StringSplitOptions.TrimEntries);
            Assert.True(parts is [_, { Length: > 0 }], $"{list._file}: \"{line}\" gives no reason (\"what # why\").");
            list._lines.Add(parts[0], parts[1]);
        }
        return list;
    }

    public IEnumerable<string> Lines => _lines.Keys;

    /// <summary>Fails for what is found and not excepted, and for what is excepted and no longer found.</summary>
    public void Cover(IEnumerable<Finding> findings)
    {
        var found = findings.DistinctBy(f => f.What).ToDictionary(f => f.What, f => f.Sentence, StringComparer.Ordinal);
        var sentences = found.Where(f => !_lines.ContainsKey(f.Key)).Select(f => f.Value)
            .Concat(_lines.Keys.Where(line => !found.ContainsKey(line)).Select(line => $"{_file}: \"{line}\" excepts nothing any more; remove it."));
        Findings.None(sentences);
    }
}
