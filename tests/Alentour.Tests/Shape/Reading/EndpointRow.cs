namespace Alentour.Tests.Shape.Reading;

/// <summary>One row of Endpoints.txt: which door, an address that knocks on it, and what each kind of visitor is answered.</summary>
sealed record EndpointRow(string Method, string Pattern, string Address, int Demonstration, int LiveWithoutHouse)
{
    public string Door => $"{Method} {Pattern}";

    public static IReadOnlyList<EndpointRow> All { get; } =
        [.. from line in File.ReadLines(Repository.Path($"{Repository.Tests}/Shape/Endpoints.txt"))
            where line.Length > 0 && line[0] != '#'
            let cells = line.Split(" | ", StringSplitOptions.TrimEntries)
            let door = cells[0].Split(' ', 2)
            select new EndpointRow(door[0], door[1], cells[1], Number(cells[2]), Number(cells[3]))];

    static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
