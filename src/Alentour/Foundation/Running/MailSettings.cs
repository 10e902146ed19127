using System.Globalization;
using System.Net;
using System.Net.Mail;

namespace Alentour.Foundation.Running;

/// <summary>The server that carries letters, from Alentour__Mail__…; without a host nothing is ever sent.</summary>
/// <param name="Login">The account at that server, or null where it asks for none.</param>
/// <param name="StartTls">Whether the way there must be sealed (STARTTLS). Without it nothing is sent to a server that cannot.</param>
public sealed record MailSettings(string Host, int Port, string? Login, string? Password, MailAddress From, bool StartTls)
{
    const int Submission = 587;
    const int SealedFromTheStart = 465;

    /// <summary>As bin/alentour config says it.</summary>
    public string Shown => $"{Host}:{Port.ToString(CultureInfo.InvariantCulture)}, {(StartTls ? "STARTTLS" : "unsealed")}, from {From}, {(Login is null ? "without an account" : "with an account (not shown)")}";

    /// <summary>A record says its fields in words; the password must not be among them.</summary>
    public override string ToString() => Shown;

    /// <exception cref="SettingsException">A value makes no sense; the message says which and what is expected.</exception>
    internal static MailSettings? Read(IConfigurationSection section, Uri? publicAddress)
    {
        if (section["Host"] is not { Length: > 0 } host)
            return section.GetChildren().Any(c => !string.IsNullOrEmpty(c.Value))
                ? throw new SettingsException("Alentour__Mail__… is set without Alentour__Mail__Host: name the mail server, or leave all of it out.") : null;
        // Links in letters must lead here whatever a request called us.
        if (publicAddress is null)
            throw new SettingsException("Alentour__Mail__Host needs Alentour__PublicAddress: links in letters lead there.");
        var mail = new MailSettings(host, ReadPort(section["Port"]), Given(section["User"]), Given(section["Password"]), ReadFrom(section["From"]), ReadStartTls(section["StartTls"]));
        if ((mail.Login is null) != (mail.Password is null))
            throw new SettingsException("Alentour__Mail__User and Alentour__Mail__Password go together.");
        if (mail.Password is not null && !mail.StartTls && !IsThisMachine(host))
            throw new SettingsException("Alentour__Mail__StartTls is no: a password is then sent unsealed, which is refused to any machine but this one.");
        return mail;
    }

    static int ReadPort(string? text) => text switch
    {
        null or "" => Submission,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 => port == SealedFromTheStart
            ? throw new SettingsException("Alentour__Mail__Port is 465, which is sealed from the start and not spoken here; ask the server's 587 (STARTTLS).") : port,
        _ => throw new SettingsException($"Alentour__Mail__Port is \"{text}\"; it must be a number such as 587."),
    };

    static MailAddress ReadFrom(string? text) => MailAddress.TryCreate(text, out var from) ? from
        : throw new SettingsException($"Alentour__Mail__From is \"{text}\"; it must be an address such as bonjour@lerivage.example. Choose one that says nothing of mental health.");

    static bool ReadStartTls(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" or "YES" or "TRUE" => true,
        "NO" or "FALSE" => false,
        _ => throw new SettingsException($"Alentour__Mail__StartTls is \"{text}\"; it must be yes or no."),
    };

    static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    static bool IsThisMachine(string host) => host is "localhost" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
}
