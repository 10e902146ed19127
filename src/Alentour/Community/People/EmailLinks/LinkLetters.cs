using System.Data.Common;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Mail;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.EmailLinks;

/// <summary>
/// Somebody asked for a link to an address. Only here, out of sight of whoever asked, is it looked whether an account has it: the request
/// wrote the same row whatever the address. Several accounts may have the same one; each gets a letter of its own.
/// </summary>
sealed class AnswerAskedLink(Database database, EmailPace pace, JobQueue jobs) : IJob
{
    public const string Key = "people-asked-link";

    public string Name => Key;

    public TimeSpan Patience => SendLink.WorthSending;

    public Task RunAsync(Job job, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        var ways = await connection.Command("SELECT id FROM way_in WHERE kind = 'Email' AND lookup LIKE @seal", transaction, ("seal", job.About + ".%")).ListAsync(row => row.GetString(0), stop);
        if (ways.Count > 0 && await pace.AllowLetterAsync(connection, transaction, job.About, stop))
            foreach (var way in ways)
                await jobs.AddAsync(connection, transaction, SendLink.Key, way, stop);
        await JobQueue.DoneAsync(connection, transaction, job, stop);
    }, stop);
}

/// <summary>The letter with a link that opens the door.</summary>
sealed class SendLink(Database database, SentLinks links, LinkLetter letter) : IJob
{
    public const string Key = "people-link";

    /// <summary>Later than that nobody waits before the door any more.</summary>
    public static readonly TimeSpan WorthSending = TimeSpan.FromHours(2);

    public string Name => Key;

    public TimeSpan Patience => WorthSending;

    public async Task RunAsync(Job job, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var found = await connection.Command("SELECT w.particulars, p.language FROM way_in w JOIN person p ON p.id = w.person_id WHERE w.id = @id AND w.kind = 'Email'", null, ("id", job.About)).ListAsync(LinkLetter.Read, stop);
        if (found is [var to])
            await letter.SendAsync(job, to, ["emailLetter.link.subject", "emailLetter.link.before", "emailLetter.link.after"], LinkLetter.To(await links.DrawAsync(job.About, null, stop)), stop);
    }
}

/// <summary>The letter with a link by which a person confirms their address.</summary>
sealed class ConfirmAddress(Database database, SentLinks links, LinkLetter letter) : IJob
{
    public const string Key = "people-confirm-address";

    public string Name => Key;

    public TimeSpan Patience => OwnEmails.ConfirmedWithin;

    public async Task RunAsync(Job job, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var found = await connection.Command("SELECT a.address, p.language FROM email_asked a JOIN person p ON p.id = a.person_id WHERE a.id = @id", null, ("id", job.About)).ListAsync(LinkLetter.Read, stop);
        if (found is [var to])
            await letter.SendAsync(job, to, ["emailLetter.confirm.subject", "emailLetter.confirm.before", "emailLetter.confirm.after"], LinkLetter.To(await links.DrawAsync(null, job.About, stop)), stop);
    }
}

/// <summary>Words, a link, words. It says nothing of groups, of people, of mental health, nor whose account it is.</summary>
sealed class LinkLetter(ISendMail mail, Settings settings, TextCatalogue catalogue)
{
    public static (string Address, string Language) Read(DbDataReader row) => (row.GetString(0), row.GetString(1));

    /// <summary>Where a token leads.</summary>
    public static string To(string token) => $"/lien/{token}";

    /// <param name="keys">The text keys of the subject, of what stands before the link, and after.</param>
    public Task SendAsync(Job job, (string Address, string Language) to, string[] keys, string path, CancellationToken stop)
    {
        var language = LanguageCodes.Parse(to.Language);
        var link = new Uri(settings.PublicAddress!, path);
        var text = $"{catalogue.Get(language, keys[1])}\n\n{link}\n\n{catalogue.Get(language, keys[2])}\n";
        return mail.SendAsync(new Letter(job.Id, to.Address, catalogue.Get(language, keys[0]), text), stop);
    }
}
