using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alentour.Foundation.Running;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Alentour.Community.People.Passkeys;

/// <summary>What a browser is asked: the options of WebAuthn, and the sealed challenge that it brings back.</summary>
public sealed record Asked(JsonNode Options, string State);

/// <summary>
/// Making and checking passkeys, by the framework's handler under the rules of this house (security.md part 3): the person is verified by their
/// device, nobody types a name, no attestation, and the address of the house comes from its settings, never from the request.
/// </summary>
public sealed class PasskeyCeremony(Settings settings, Challenges challenges)
{
    const string ThisMachine = "localhost";

    readonly IOptions<IdentityPasskeyOptions> _options = Microsoft.Extensions.Options.Options.Create(new IdentityPasskeyOptions
    {
        ServerDomain = settings.PublicAddress?.IdnHost ?? ThisMachine,
        UserVerificationRequirement = "required",
        ResidentKeyRequirement = "required",
        AttestationConveyancePreference = "none",
        AuthenticatorTimeout = Challenges.Good,
        ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.TopOrigin is null && asked.Origin == OriginOf(settings, asked.HttpContext.Request)),
    });

    /// <summary>Whether a browser at this address can make and use passkeys: that of the settings when it has a name, or this machine's own.</summary>
    public bool IsPossible(HttpContext context) =>
        SecureWay.Of(context) && (settings.PublicAddress is { } address ? address.HostNameType == UriHostNameType.Dns : context.Request.Host.Host == ThisMachine);

    /// <summary>Asks a browser to make a passkey. The prf extension is asked for, so that one day it may unlock what is sealed; its result never leaves the browser.</summary>
    /// <param name="name">What the device will show; never the person's name, for whoever holds the device may read it.</param>
    public async Task<Asked> AskNewAsync(HttpContext context, Guid person, string name, IReadOnlyList<Passkey> known)
    {
        var handle = Passkey.HandleOf(person);
        var made = await Handler(new PasskeyHolder(handle, [.. known.Select(Info)]))
            .MakeCreationOptionsAsync(new PasskeyUserEntity { Id = handle, Name = name, DisplayName = name }, context);
        var options = JsonNode.Parse(made.CreationOptionsJson)!;
        options["extensions"] = new JsonObject { ["prf"] = new JsonObject() };
        // How browsers before 2021 read « resident ».
        options["authenticatorSelection"]!["requireResidentKey"] = true;
        return new Asked(options, challenges.Seal(ChallengeFor.Making, made.AttestationState!));
    }

    /// <summary>Asks a browser for whichever passkey of this house the person picks.</summary>
    public async Task<Asked> AskToEnterAsync(HttpContext context)
    {
        var made = await Handler(null).MakeRequestOptionsAsync(null, context);
        return new Asked(JsonNode.Parse(made.RequestOptionsJson)!, challenges.Seal(ChallengeFor.Entering, made.AssertionState!));
    }

    /// <summary>What to keep of the passkey that this person's browser made; null when anything about it is wrong.</summary>
    public async Task<PasskeyParticulars?> MadeAsync(HttpContext context, Guid person, string credential, OpenedChallenge opened)
    {
        var result = await Handler(null).PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = opened.State });
        if (!result.Succeeded || result.UserEntity.Id != Passkey.HandleOf(person))
            return null;
        var made = result.Passkey;
        return new PasskeyParticulars(result.UserEntity.Name, Base64Url.EncodeToString(made.CredentialId), Base64Url.EncodeToString(made.PublicKey),
            made.SignCount, made.Transports ?? [], made.IsBackupEligible, made.IsBackedUp);
    }

    /// <summary>The passkey as it stands after this use; null when anything about it is wrong, which one is not said.</summary>
    /// <param name="known">The passkey of this credential, or null when the house has none: checked alike.</param>
    public async Task<Passkey?> UsedAsync(HttpContext context, Passkey? known, string credential, OpenedChallenge opened)
    {
        var holder = known is null ? null : new PasskeyHolder(Passkey.HandleOf(known.PersonId), [Info(known)]);
        var result = await Handler(holder).PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = opened.State });
        return known is null || !result.Succeeded ? null
            : known with { Particulars = known.Particulars with { Count = result.Passkey.SignCount, IsCopied = result.Passkey.IsBackedUp } };
    }

    /// <summary>The id of the credential that a browser sent, unchecked; empty when there is none to read.</summary>
    public static byte[] CredentialOf(string credential)
    {
        try
        {
            return JsonNode.Parse(credential)?["id"]?.GetValue<string>() is { } id ? Base64Url.DecodeFromChars(id) : [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            return [];
        }
    }

    PasskeyHandler<PasskeyHolder> Handler(PasskeyHolder? holder) =>
        new(new UserManager<PasskeyHolder>(new OneHolder(holder), null!, null!, [], [], null!, null!, null!, null!), _options);

    // What the house does not keep stays empty: the handler reads neither to check an entering.
    static UserPasskeyInfo Info(Passkey passkey) => new(passkey.Particulars.CredentialBytes, passkey.Particulars.KeyBytes, default, passkey.Particulars.Count,
        [.. passkey.Particulars.Transports], true, passkey.Particulars.MayBeCopied, passkey.Particulars.IsCopied, [], []);

    static string OriginOf(Settings settings, HttpRequest request) => settings.PublicAddress is { } address
        ? $"{address.Scheme}://{address.IdnHost}{(address.IsDefaultPort ? "" : $":{address.Port}")}"
        : $"{request.Scheme}://{ThisMachine}{(request.Host.Port is { } port ? $":{port}" : "")}";
}
