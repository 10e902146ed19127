using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alentour.Tests.Community.People.Passkeys;

/// <summary>
/// A device that makes passkeys and answers with them, written from the specification (WebAuthn level 2): P-256, CBOR by hand, no attestation.
/// What it is told to do wrong it does wrong, and nothing else.
/// </summary>
sealed class Authenticator : IDisposable
{
    const byte UserPresent = 0x01, UserVerified = 0x04, AttestedCredential = 0x40;

    readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] CredentialId { get; init; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Where the page of the person lies, as the browser says it.</summary>
    public required string Origin { get; set; }

    /// <summary>The house the passkey is for.</summary>
    public string Domain { get; set; } = "localhost";

    public bool VerifiesPerson { get; set; } = true;

    /// <summary>0 for a device that does not count.</summary>
    public uint Count { get; set; }

    /// <summary>By what the device knows the account; it is told when the passkey is made.</summary>
    public string? UserHandle { get; set; }

    /// <summary>Another challenge than that of the house.</summary>
    public string? OtherChallenge { get; set; }

    /// <summary>Makes the passkey that these options ask for, as a browser would post it.</summary>
    public string Make(JsonElement options)
    {
        UserHandle = options.GetProperty("user").GetProperty("id").GetString();
        var client = ClientData("webauthn.create", options);
        return Say(new()
        {
            ["attestationObject"] = Base64Url.EncodeToString(AttestationObject(AuthenticatorData(AttestedCredential, [.. new byte[16], .. BigEndian((ushort)CredentialId.Length), .. CredentialId, .. PublicKey()]))),
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Answers a challenge with the passkey.</summary>
    public string Answer(JsonElement options)
    {
        var (data, client) = (AuthenticatorData(0, []), ClientData("webauthn.get", options));
        return Say(new()
        {
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["signature"] = Base64Url.EncodeToString(_key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = UserHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    string Say(JsonObject response)
    {
        var id = Base64Url.EncodeToString(CredentialId);
        return new JsonObject { ["id"] = id, ["rawId"] = id, ["type"] = "public-key", ["response"] = response, ["clientExtensionResults"] = new JsonObject() }.ToJsonString();
    }

    byte[] ClientData(string type, JsonElement options) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = OtherChallenge ?? options.GetProperty("challenge").GetString(),
        ["origin"] = Origin,
        ["crossOrigin"] = false,
    }.ToJsonString());

    byte[] AuthenticatorData(byte also, byte[] rest)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(UserPresent | (VerifiesPerson ? UserVerified : 0) | also), .. count, .. rest];
    }

    /// <summary>COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.</summary>
    byte[] PublicKey()
    {
        var point = _key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    /// <summary>CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}.</summary>
    static byte[] AttestationObject(byte[] data) =>
        [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x59, .. BigEndian((ushort)data.Length), .. data];

    static byte[] BigEndian(ushort number) => [(byte)(number >> 8), (byte)number];
}
