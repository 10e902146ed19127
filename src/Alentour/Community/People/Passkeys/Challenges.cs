using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alentour.Foundation.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Alentour.Community.People.Passkeys;

/// <summary>What a challenge was drawn for: one of the two opens nothing at the other.</summary>
public enum ChallengeFor
{
    Making,
    Entering,
}

/// <summary>A challenge that came back in time, opened.</summary>
/// <param name="State">What the handler of the framework wants to see again.</param>
public sealed record OpenedChallenge(string State, DateTimeOffset Until);

/// <summary>
/// Challenges travel with the browser, sealed with the keys of the house, so that any node opens what another drew and no cookie is needed.
/// Each serves once: a used one is kept, as a hash, until it would have run out.
/// </summary>
public sealed class Challenges(IDataProtectionProvider keys, TimeProvider clock)
{
    /// <summary>Somebody may first have to find the finger or the key that their device asks for.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromMinutes(5);

    public string Seal(ChallengeFor purpose, string state) =>
        Of(purpose).Protect(JsonSerializer.Serialize(new OpenedChallenge(state, clock.GetUtcNow() + Good)));

    /// <summary>Null for what this house did not seal for this purpose, or too long ago.</summary>
    public OpenedChallenge? Open(ChallengeFor purpose, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return JsonSerializer.Deserialize<OpenedChallenge>(Of(purpose).Unprotect(text)) is { } opened && opened.Until > clock.GetUtcNow() ? opened : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Uses it up, in the transaction of what it allows; of two that race, one is told false.</summary>
    public static async Task<bool> UseAsync(DbConnection connection, DbTransaction transaction, OpenedChallenge opened, CancellationToken stop)
    {
        // Of the state and not of the sealed text, which could be written in more than one way.
        await using var command = connection.Command("INSERT INTO used_challenge (lookup, runs_out_at) VALUES (@lookup, @until) ON CONFLICT (lookup) DO NOTHING", transaction,
            ("lookup", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(opened.State)))), ("until", opened.Until.ToUnixTimeMilliseconds()));
        return await command.ExecuteNonQueryAsync(stop) == 1;
    }

    IDataProtector Of(ChallengeFor purpose) => keys.CreateProtector("Alentour.Passkeys", purpose.ToString());
}
