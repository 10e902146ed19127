using System.Data.Common;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Running;

namespace Alentour.Foundation.Mail;

/// <summary>Letters that were asked for and do not leave.</summary>
sealed class CheckMail(Settings settings, TimeProvider clock) : ICheck
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop)
    {
        if (settings.Mail is not { } mail)
            return [];
        var late = (await JobQueue.WaitingAsync(connection, stop)).Where(j => clock.GetUtcNow() - j.AskedAt > Patience).ToList();
        if (late.Count == 0)
            return [];
        var reason = late.LastOrDefault(j => j.Reason is not null).Reason ?? "no node of the house tried";
        return [$"Letters or other jobs that wait: {late.Count}, the oldest since {late[0].AskedAt:yyyy-MM-dd HH:mm} UTC ({reason}). See that {mail.Host}:{mail.Port} answers and that Alentour__Mail__… is right; they leave by themselves then."];
    }
}
