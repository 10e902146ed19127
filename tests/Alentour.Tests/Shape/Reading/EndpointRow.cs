namespace Alentour.Tests.Shape.Reading;

/// <summary>One row of Endpoints.txt: which door, an address that knocks on it, and what each kind of visitor is answered.</summary>
/// <param name="Member">Somebody in no group; <paramref name="Staff"/> and <paramref name="Coordinator"/> hold that role. All three as a visitor where the row says nothing more.</param>
/// <param name="Inside">Somebody of the group that the address names, blocked by another or not; as a member where the row says nothing more.</param>
sealed record EndpointRow(string Method, string Pattern, string Address, int Demonstration, int LiveWithoutHouse, int Member, int Staff, int Coordinator, int Inside)
{
    public string Door => $"{Method} {Pattern}";

    public static IReadOnlyList<EndpointRow> All { get; } =
        [.. from line in File.ReadLines(Repository.Path($"{Repository.Tests}/Shape/Endpoints.txt"))
            where line.Length > 0 && line[0] != '#'
            let cells = line.Split(" | ", StringSplitOptions.TrimEntries)
            let door = cells[0].Split(' ', 2)
            let signedIn = cells.Length > 4 ? cells[4..7] : [cells[2], cells[2], cells[2]]
            select new EndpointRow(door[0], door[1], cells[1], Number(cells[2]), Number(cells[3]), Number(signedIn[0]), Number(signedIn[1]), Number(signedIn[2]),
                Number(cells.Length > 7 ? cells[7] : signedIn[0]))];

    static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
