using System.Data.Common;
using Alentour.Community.People;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>What first visits keep of a person: the welcome they took, a visit they announced while they were in.</summary>
sealed class VisitRecords : IHoldsPersonalData
{
    public IReadOnlyList<KeptKind> Kinds { get; } =
    [
        new("welcome", "record.welcome", "record.welcome.until") { Labels = new Dictionary<string, string> { ["group_name"] = "record.groupName", ["day"] = "record.meetingDay" } },
        new("firstVisit", "record.firstVisit", "record.firstVisit.until") { Labels = new Dictionary<string, string> { ["group_name"] = "record.groupName", ["day"] = "record.meetingDay", ["name"] = "record.visitName", ["reach"] = "record.reach" } },
    ];

    public async Task<IReadOnlyList<KeptRows>> OfAsync(DbConnection connection, Guid person, CancellationToken stop) =>
    [
        await KeptRows.ReadAsync(connection, "welcome", "SELECT g.name AS group_name, w.day FROM greeter w JOIN meeting_series s ON s.id = w.series_id JOIN mutual_aid_group g ON g.id = s.group_id WHERE w.person_id = @person", person, stop),
        await KeptRows.ReadAsync(connection, "firstVisit", "SELECT g.name AS group_name, v.day, v.name, v.reach FROM first_visit v LEFT JOIN meeting_series s ON s.id = v.series_id LEFT JOIN mutual_aid_group g ON g.id = s.group_id WHERE v.person_id = @person", person, stop),
    ];

    public async Task ForgetAsync(DbConnection connection, DbTransaction transaction, Guid person, CancellationToken stop)
    {
        foreach (var table in new[] { "greeter", "first_visit" })
            await connection.Command($"DELETE FROM {table} WHERE person_id = @person", transaction, ("person", person.ToString())).RunAsync(stop);
    }
}

/// <summary>Each night: first visits of the day before, with the ways to be told, who welcomed them, and which groups somebody joined that day.</summary>
sealed class SweepVisits(Database database) : INightly
{
    public string Name => "first-visits";

    public Task RunAsync(DateTimeOffset now, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        foreach (var table in new[] { "greeter", "first_visit", "joined_today" })
            await connection.Command($"DELETE FROM {table} WHERE gone_at <= @now", transaction, ("now", now.ToUnixTimeMilliseconds())).RunAsync(stop);
    }, stop);
}
