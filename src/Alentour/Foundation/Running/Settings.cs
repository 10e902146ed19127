using System.Globalization;
using System.Net;

namespace Alentour.Foundation.Running;

public enum Mode
{
    Demo,
    Live,
}

/// <summary>What whoever installs the house decides: from the environment (Alentour__Mode…) or alentour.json, checked at start.</summary>
public sealed record Settings(Mode Mode, string Database, string DataFolder, Uri? PublicAddress, byte[]? CardKey)
{
    /// <summary>The servers in front that are believed when they say how a person came; those on this machine always are.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Null: this house sends no mail, and proposes nothing that would need it.</summary>
    public MailSettings? Mail { get; init; }

    /// <exception cref="SettingsException">A value makes no sense; the message says which and what is expected.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Alentour");
        var mode = section["Mode"]?.ToUpperInvariant() switch
        {
            null or "" or "DEMO" => Mode.Demo,
            "LIVE" => Mode.Live,
            var other => throw new SettingsException($"Alentour__Mode is \"{other.ToLowerInvariant()}\"; it must be demo or live."),
        };
        var folder = section["DataFolder"] is { Length: > 0 } given ? given : "data";
        var file = Path.Combine(folder, mode == Mode.Demo ? "demo.db" : "alentour.db");
        var database = section["Database"] is { Length: > 0 } address ? address : string.Create(CultureInfo.InvariantCulture, $"sqlite:{file}");
        if (!database.StartsWith("sqlite:", StringComparison.Ordinal) && !database.StartsWith("postgres:", StringComparison.Ordinal))
            throw new SettingsException("Alentour__Database must be sqlite:PATH or postgres:CONNECTION STRING.");
        Uri? publicAddress = null;
        if (section["PublicAddress"] is { Length: > 0 } text && (!Uri.TryCreate(text, UriKind.Absolute, out publicAddress) || !publicAddress.Scheme.StartsWith("http", StringComparison.Ordinal)))
            throw new SettingsException($"Alentour__PublicAddress is \"{text}\"; it must be an address such as https://lerivage.example.");
        return new Settings(mode, database, folder, publicAddress, ReadCardKey(section["CardKey"]))
        {
            TrustedProxies = ReadProxies(section["TrustedProxies"]),
            Mail = MailSettings.Read(section.GetSection("Mail"), publicAddress),
        };
    }

    /// <summary>Addresses or networks, with commas between.</summary>
    static List<IPNetwork> ReadProxies(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part =>
            IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : IPNetwork.TryParse(part, out var network) ? network
            : throw new SettingsException($"Alentour__TrustedProxies holds \"{part}\"; it must be addresses or networks such as 10.0.0.5, 10.1.0.0/16."))];

    /// <summary>64 hexadecimal digits, the same on all nodes; null when the key is in a file of the data folder.</summary>
    static byte[]? ReadCardKey(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length != 64 || !text.All(char.IsAsciiHexDigit))
            throw new SettingsException("Alentour__CardKey must be 64 hexadecimal digits.");
        return Convert.FromHexString(text);
    }
}

public sealed class SettingsException(string message) : Exception(message);
