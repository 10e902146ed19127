using System.Data.Common;
using Alentour.Community.People.EmailLinks;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Mail;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.WaysBack;

/// <summary>The letter to whoever gave an address: a way back into their account was confirmed, and where to stop it. It names nobody, and no house.</summary>
sealed class TellWayBack(Database database, LinkLetter letter) : IJob
{
    const string Key = "people-way-back";

    public string Name => Key;

    /// <summary>Later the words open the door already.</summary>
    public TimeSpan Patience => WayBack.Shown;

    /// <summary>Asks for it, in the transaction that confirms; nothing where no address was given.</summary>
    public static async Task AskAsync(DbConnection connection, DbTransaction transaction, JobQueue jobs, Guid wayBack, CancellationToken stop)
    {
        var ways = await connection.Command("SELECT e.id FROM way_in e JOIN way_back w ON w.person_id = e.person_id WHERE w.id = @id AND e.kind = 'Email'", transaction, ("id", wayBack.ToString())).ListAsync(row => row.GetString(0), stop);
        foreach (var way in ways)
            await jobs.AddAsync(connection, transaction, Key, way, stop);
    }

    public async Task RunAsync(Job job, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var found = await connection.Command("SELECT w.particulars, p.language FROM way_in w JOIN person p ON p.id = w.person_id WHERE w.id = @id AND w.kind = 'Email'", null, ("id", job.About)).ListAsync(LinkLetter.Read, stop);
        if (found is [var to])
            await letter.SendAsync(job, to, ["wayBackLetter.subject", "wayBackLetter.before", "wayBackLetter.after"], "/mon-retour", stop);
    }
}
