using System.Data.Common;
using System.Globalization;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Records;

/// <summary>A yes that somebody gave: to what, in which wording, when, and when they took it back.</summary>
public sealed record GivenConsent(string Kind, string Wording, DateOnly GivenOn, DateOnly? WithdrawnOn)
{
    public bool IsStanding => WithdrawnOn is null;
}

/// <summary>What a person said yes to, as they read it themselves. Nobody else reads it.</summary>
public sealed class ConsentLog(Database database)
{
    public async Task<IReadOnlyList<GivenConsent>> OfAsync(Guid person, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command("SELECT kind, wording, given_on, withdrawn_on FROM consent WHERE person_id = @person ORDER BY given_on, id", null, ("person", person.ToString())).ListAsync(Read, stop);
    }

    static GivenConsent Read(DbDataReader row) => new(row.GetString(0), row.GetString(1), Day(row.GetString(2)), row.IsDBNull(3) ? null : Day(row.GetString(3)));

    static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
