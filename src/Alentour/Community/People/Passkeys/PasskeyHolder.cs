using Microsoft.AspNetCore.Identity;

namespace Alentour.Community.People.Passkeys;

/// <summary>Whose passkeys are looked at, as the framework's handler sees it.</summary>
/// <param name="Handle">As <see cref="Passkey.HandleOf"/>.</param>
sealed record PasskeyHolder(string Handle, IReadOnlyList<UserPasskeyInfo> Passkeys);

/// <summary>
/// What the framework's handler may ask while it checks one ceremony: about one holder, or nobody, read before. It reads no table and changes
/// nothing; the house keeps people itself (<see cref="PeopleStore"/>), so whatever would add or rename somebody is refused.
/// </summary>
sealed class OneHolder(PasskeyHolder? holder) : IUserPasskeyStore<PasskeyHolder>
{
    public Task<PasskeyHolder?> FindByIdAsync(string userId, CancellationToken stop) => Task.FromResult(holder?.Handle == userId ? holder : null);

    public Task<string> GetUserIdAsync(PasskeyHolder user, CancellationToken stop) => Task.FromResult(user.Handle);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyHolder user, CancellationToken stop) => Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyHolder user, byte[] credentialId, CancellationToken stop) =>
        Task.FromResult(user.Passkeys.FirstOrDefault(p => p.CredentialId.AsSpan().SequenceEqual(credentialId)));

    public Task<PasskeyHolder?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken stop) =>
        Task.FromResult(holder?.Passkeys.Any(p => p.CredentialId.AsSpan().SequenceEqual(credentialId)) is true ? holder : null);

    public Task<PasskeyHolder?> FindByNameAsync(string normalizedUserName, CancellationToken stop) => Task.FromResult<PasskeyHolder?>(null);

    public Task<string?> GetUserNameAsync(PasskeyHolder user, CancellationToken stop) => Task.FromResult<string?>(null);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyHolder user, CancellationToken stop) => Task.FromResult<string?>(null);

    public Task SetUserNameAsync(PasskeyHolder user, string? userName, CancellationToken stop) => throw Refused();

    public Task SetNormalizedUserNameAsync(PasskeyHolder user, string? normalizedName, CancellationToken stop) => throw Refused();

    public Task<IdentityResult> CreateAsync(PasskeyHolder user, CancellationToken stop) => throw Refused();

    public Task<IdentityResult> UpdateAsync(PasskeyHolder user, CancellationToken stop) => throw Refused();

    public Task<IdentityResult> DeleteAsync(PasskeyHolder user, CancellationToken stop) => throw Refused();

    public Task AddOrUpdatePasskeyAsync(PasskeyHolder user, UserPasskeyInfo passkey, CancellationToken stop) => throw Refused();

    public Task RemovePasskeyAsync(PasskeyHolder user, byte[] credentialId, CancellationToken stop) => throw Refused();

    public void Dispose() { }

    static NotSupportedException Refused() => new("The framework checks passkeys; people and their ways in are kept by the house.");
}
