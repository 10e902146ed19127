using Alentour.Foundation.Places;

namespace Alentour.Bench.Seed;

/// <summary>Everything the seed draws, always in the same order, so that every run lays the same rows.</summary>
sealed class Chance
{
    // Words are drawn as in a language: the first of the list about fifty times as often as the last.
    const double Slope = 1.5;

    readonly Random _random = new(2026);

    /// <summary>500 French words, the commonest first.</summary>
    public static IReadOnlyList<string> Words { get; } = Read();

    public int Below(int limit) => _random.Next(limit);

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public bool In(int share) => _random.Next(share) == 0;

    public string Word() => Words[(int)(Math.Pow(_random.NextDouble(), Slope) * Words.Count)];

    public string Sentence(int words)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    public Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>500 places: towns of the table first, then second doors a few kilometres away from a third of them.</summary>
    public IReadOnlyList<Venue> Venues(int count)
    {
        var towns = Quebec.Table.Towns;
        return [.. Enumerable.Range(0, count).Select(i => Venue(i, i % 3 == 0 ? towns[i / 3 * 7 % 60] : towns[i * 13 % towns.Count]))];
    }

    Venue Venue(int number, Town town) =>
        new($"{1 + _random.Next(900)}, rue {Words[number]}", town, town.Lat + (_random.NextDouble() - 0.5) / 15, town.Lon + (_random.NextDouble() - 0.5) / 10);

    static IReadOnlyList<string> Read()
    {
        using var reader = new StreamReader(typeof(Chance).Assembly.GetManifestResourceStream("Alentour.Bench.Seed.words.txt")!);
        return reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>A door where groups meet.</summary>
sealed record Venue(string Street, Town Town, double Lat, double Lon);
