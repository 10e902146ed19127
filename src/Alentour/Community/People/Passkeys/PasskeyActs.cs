using Alentour.Community.People.Sessions;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Passkeys;

/// <summary>What is done with passkeys: one is made by somebody who is in, and one opens the door. What came wrong is answered alike, whatever it was.</summary>
public sealed class PasskeyActs(PasskeyCeremony ceremony, PasskeyStore passkeys, Challenges challenges, SessionStore sessions, Database database)
{
    // A credential with the longest id and a certificate that nobody asked for is under 8 KB.
    const int LongestCredential = 16 * 1024;

    /// <summary>Whether a browser at this address can make and use passkeys.</summary>
    public bool ArePossible(HttpContext context) => ceremony.IsPossible(context);

    /// <summary>What this person's browser is asked, to make one.</summary>
    /// <exception cref="RefusalException">The person has <see cref="Passkey.Most"/> already.</exception>
    public async Task<Asked> BeginAsync(HttpContext context, Guid person, string name, CancellationToken stop)
    {
        var known = await passkeys.OfAsync(person, stop);
        return known.Count < Passkey.Most ? await ceremony.AskNewAsync(context, person, name, known) : throw new RefusalException("passkey.refusal.tooMany");
    }

    /// <summary>Keeps the passkey that the browser made. Sent again because the answer was lost, it is kept once.</summary>
    /// <exception cref="RefusalException">Something about it is wrong, or too late.</exception>
    public async Task KeepAsync(HttpContext context, Guid person, string? credential, string? state, CancellationToken stop)
    {
        if (challenges.Open(ChallengeFor.Making, state) is not { } opened || credential is not { Length: > 0 and <= LongestCredential }
            || await ceremony.MadeAsync(context, person, credential, opened) is not { } made)
            throw new RefusalException("passkey.refusal.notMade");
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (await Challenges.UseAsync(connection, transaction, opened, stop))
                await passkeys.AddAsync(connection, transaction, person, made, stop);
            if (!await PasskeyStore.IsOfAsync(connection, transaction, person, made.CredentialBytes, stop))
                throw new RefusalException("passkey.refusal.notMade");
        }, stop);
    }

    /// <summary>The cookie of the session that a passkey opens, or null when it opens nothing.</summary>
    public async Task<string?> EnterAsync(HttpContext context, string? credential, string? state, bool isShared, CancellationToken stop)
    {
        if (challenges.Open(ChallengeFor.Entering, state) is not { } opened || credential is not { Length: > 0 and <= LongestCredential })
            return null;
        var known = await passkeys.FindAsync(PasskeyCeremony.CredentialOf(credential), stop);
        if (await ceremony.UsedAsync(context, known, credential, opened) is not { } used)
            return null;
        return await database.WriteAsync(async (connection, transaction) =>
            await Challenges.UseAsync(connection, transaction, opened, stop) && await PasskeyStore.UsedAsync(connection, transaction, used, stop)
                ? await sessions.OpenAsync(connection, transaction, used.PersonId, isShared, DeviceWord.Of(context.Request), stop)
                : null, stop);
    }
}
