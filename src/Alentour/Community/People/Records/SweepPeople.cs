using Alentour.Foundation.Jobs;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Records;

/// <summary>Each night: sessions that ran out, invitations, offered roles and ways back that nobody used, and challenges that served.</summary>
sealed class SweepPeople(Database database) : INightly
{
    public string Name => "people-sweep";

    public Task RunAsync(DateTimeOffset now, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        foreach (var table in new[] { "session", "invitation", "role_offer", "invitation_pace", "way_back", "way_back_stop", "used_challenge", "email_asked", "email_link", "email_pace" })
            await connection.Command($"DELETE FROM {table} WHERE runs_out_at <= @now", transaction, ("now", now.ToUnixTimeMilliseconds())).RunAsync(stop);
        // What proves that somebody who is gone had agreed, five years longer (Act 25).
        await connection.Command("DELETE FROM consent WHERE person_id IS NULL AND withdrawn_on < @day", transaction,
            ("day", DateOnly.FromDateTime(now.UtcDateTime).AddYears(-5).ToString("O", System.Globalization.CultureInfo.InvariantCulture))).RunAsync(stop);
    }, stop);
}
