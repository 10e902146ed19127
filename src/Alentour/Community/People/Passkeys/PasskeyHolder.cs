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
    public Task<PasskeyHolder?> FindByIdAsync(string handle, CancellationToken stop) => Task.FromResult(holder?.Handle == handle ? holder : null);

    public Task<string> GetUserIdAsync(PasskeyHolder asked, CancellationToken stop) => Task.FromResult(asked.Handle);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyHolder asked, CancellationToken stop) => Task.FromResult<IList<UserPasskeyInfo>>([.. asked.Passkeys]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyHolder asked, byte[] credentialId, CancellationToken stop) =>
        Task.FromResult(asked.Passkeys.FirstOrDefault(p => p.CredentialId.AsSpan().SequenceEqual(credentialId)));

    public Task<PasskeyHolder?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken stop) =>
        Task.FromResult(holder?.Passkeys.Any(p => p.CredentialId.AsSpan().SequenceEqual(credentialId)) is true ? holder : null);

    public Task<PasskeyHolder?> FindByNameAsync(string name, CancellationToken stop) => Task.FromResult<PasskeyHolder?>(null);

    public Task<string?> GetUserNameAsync(PasskeyHolder asked, CancellationToken stop) => Task.FromResult<string?>(null);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyHolder asked, CancellationToken stop) => Task.FromResult<string?>(null);

    public Task SetUserNameAsync(PasskeyHolder asked, string? name, CancellationToken stop) => throw Refused();

    public Task SetNormalizedUserNameAsync(PasskeyHolder asked, string? name, CancellationToken stop) => throw Refused();

    public Task<IdentityResult> CreateAsync(PasskeyHolder asked, CancellationToken stop) => throw Refused();

    public Task<IdentityResult> UpdateAsync(PasskeyHolder asked, CancellationToken stop) => throw Refused();

    public Task<IdentityResult> DeleteAsync(PasskeyHolder asked, CancellationToken stop) => throw Refused();

    public Task AddOrUpdatePasskeyAsync(PasskeyHolder asked, UserPasskeyInfo passkey, CancellationToken stop) => throw Refused();

    public Task RemovePasskeyAsync(PasskeyHolder asked, byte[] credentialId, CancellationToken stop) => throw Refused();

    public void Dispose() { }

    static NotSupportedException Refused() => new("The framework checks passkeys; people and their ways in are kept by the house.");
}
