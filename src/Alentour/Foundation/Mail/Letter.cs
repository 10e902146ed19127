namespace Alentour.Foundation.Mail;

/// <summary>
/// One letter to one address: plain text, no picture, no link that goes round by another place. Whoever writes one keeps its subject neutral:
/// it shows on a locked screen.
/// </summary>
/// <param name="Id">The same at each try, so that a mail server which got it twice may drop one.</param>
public sealed record Letter(Guid Id, string To, string Subject, string Text)
{
    /// <summary>A record says its fields in words; to whom and what must not reach a log.</summary>
    public override string ToString() => $"letter {Id}";
}

/// <summary>Carries letters out of the house. Called from a job, so that what fails is tried again.</summary>
public interface ISendMail
{
    /// <summary>Whether a mail server is set; without one nothing that needs mail is proposed.</summary>
    bool IsSet { get; }

    /// <summary>Returns once the server has taken the letter over.</summary>
    /// <exception cref="Jobs.JobFailedException">It has not; the exception says whether another try makes sense.</exception>
    Task SendAsync(Letter letter, CancellationToken stop);
}
