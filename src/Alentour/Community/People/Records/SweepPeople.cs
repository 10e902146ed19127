using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Records;

/// <summary>Each night: sessions that ran out, invitations, offered roles and ways back that nobody used, and challenges that served.</summary>
sealed class SweepPeople(Database database) : INightly
{
    public string Name => "people-sweep";

    public Task RunAsync(DateTimeOffset now, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        foreach (var table in new[] { "session", "invitation", "role_offer", "way_back", "used_challenge" })
            await connection.Command($"DELETE FROM {table} WHERE runs_out_at <= @now", transaction, ("now", now.ToUnixTimeMilliseconds())).RunAsync(stop);
    }, stop);
}
