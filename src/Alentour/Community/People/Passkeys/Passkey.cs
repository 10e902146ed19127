using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Passkeys;

/// <summary>A passkey as a way in: the device keeps the secret, the house what is needed to check it.</summary>
/// <param name="Id">The row among the ways in.</param>
/// <param name="MadeOn">A day, not an hour.</param>
public sealed record Passkey(Guid Id, Guid PersonId, DateOnly MadeOn, PasskeyParticulars Particulars)
{
    public const int LongestName = 60;

    /// <summary>More than anybody has devices: a row more each minute would fill the table.</summary>
    public const int Most = 10;

    /// <summary>
    /// By what authenticators, and whoever keeps copies of their passkeys, know this account: drawn from its random id, from which nothing can be
    /// drawn back. The id itself tells when the account was opened.
    /// </summary>
    public static string HandleOf(Guid person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"passkey {person}")).AsSpan(0, 16));

    /// <summary>What a passkey is found by.</summary>
    public static string LookupOf(ReadOnlySpan<byte> credential) => Convert.ToHexStringLower(SHA256.HashData(credential));

    /// <summary>How the person calls the device: what they typed, else what the browser says of it, else null.</summary>
    public static string? NameOf(string? typed, string device)
    {
        var name = string.Join(' ', VisibleText.WithoutHidden(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 0 ? VisibleText.Cut(name, LongestName).TrimEnd() : device.Length > 0 ? device : null;
    }
}

/// <summary>What the table keeps of a passkey, as JSON. No attestation, no model of the device, nothing of the prf extension.</summary>
/// <param name="Name">As the person calls the device.</param>
/// <param name="Credential">The id of the credential, base64url.</param>
/// <param name="Key">Its public key (COSE), base64url.</param>
/// <param name="Count">The signature counter; 0 where the authenticator has none.</param>
/// <param name="MayBeCopied">Whether the authenticator says that the passkey may be copied to other devices.</param>
public sealed record PasskeyParticulars(string Name, string Credential, string Key, uint Count, IReadOnlyList<string> Transports, bool MayBeCopied, bool IsCopied)
{
    public byte[] CredentialBytes => Base64Url.DecodeFromChars(Credential);

    public byte[] KeyBytes => Base64Url.DecodeFromChars(Key);

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <exception cref="JsonException">Not what <see cref="ToJson"/> wrote.</exception>
    public static PasskeyParticulars OfJson(string json) =>
        JsonSerializer.Deserialize<PasskeyParticulars>(json, JsonSerializerOptions.Web) ?? throw new JsonException("A passkey without particulars.");
}
