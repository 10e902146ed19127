using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Alentour.Foundation.Jobs;
using Alentour.Foundation.Running;

namespace Alentour.Foundation.Mail;

/// <summary>
/// The mail server of the settings, through the SmtpClient of .NET: STARTTLS, one connection a letter, as many at once as
/// <see cref="JobWork.Hands"/>. What a server answers is kept as its number alone: its words may hold an address.
/// </summary>
sealed class SmtpMail(Settings settings) : ISendMail
{
    /// <summary>The client's own limit does not hold for what it sends without waiting. A job's lease is longer.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public bool IsSet => settings.Mail is not null;

    public async Task SendAsync(Letter letter, CancellationToken stop)
    {
        if (settings.Mail is not { } mail)
            throw new JobFailedException("no mail server is set");
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(stop);
        tooLong.CancelAfter(Longest);
        try
        {
            using var message = Written(letter, mail.From);
            using var server = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.StartTls, UseDefaultCredentials = false, DeliveryFormat = SmtpDeliveryFormat.SevenBit };
            if (mail.Login is not null)
                server.Credentials = new NetworkCredential(mail.Login, mail.Password);
            await server.SendMailAsync(message, tooLong.Token);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            throw new JobFailedException(Reason(failure), IsFinal(failure));
        }
    }

    static MailMessage Written(Letter letter, MailAddress from)
    {
        var message = new MailMessage(from, new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Message-ID", $"<{letter.Id:N}@{from.Host}>");
        // No machine answers that somebody is away, which would tell others about this letter.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    static string Reason(Exception failure) => failure switch
    {
        OperationCanceledException => "the mail server takes too long",
        SmtpException { StatusCode: > 0 } said => string.Create(CultureInfo.InvariantCulture, $"SMTP {(int)said.StatusCode}"),
        { InnerException: AuthenticationException } or AuthenticationException => "STARTTLS failed",
        { InnerException: SocketException socket } => $"the mail server is out of reach, {socket.SocketErrorCode}",
        SmtpException => "the mail server cut the line or does not speak as asked",
        FormatException => "not an address",
        _ => failure.GetType().Name,
    };

    // Refused for good by the address itself. A refused login or sender is a wrong setting, and may be put right meanwhile.
    static bool IsFinal(Exception failure) =>
        failure is FormatException
        || failure is SmtpFailedRecipientException { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.ExceededStorageAllocation };
}
