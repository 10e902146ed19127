using System.Data.Common;

namespace Alentour.Foundation.Store;

/// <summary>
/// Acts that a person may send twice: a double press, an answer lost on the way. The key of a form (a hidden field, drawn when the form is
/// shown) is kept with where its answer led, so that the second press leads to the same place and does nothing. Keys name nobody and go after two days.
/// </summary>
public sealed class RetriedActs(TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>A key for a form that is about to be shown.</summary>
    public static string NewKey() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    /// <summary>Where the act of this form led, when it was done before; null when it is to be done now. A key that no form drew is never known.</summary>
    public async Task<string?> LedToAsync(DbConnection connection, DbTransaction transaction, string? key, CancellationToken stop)
    {
        await using var command = connection.Command("SELECT led_to FROM retried_act WHERE key = @key", transaction, ("key", Sealed(key)));
        return (string?)await command.ExecuteScalarAsync(stop);
    }

    /// <summary>To be called in the transaction of the act. Of two that race, the second fails on the key and keeps nothing.</summary>
    public async Task KeepAsync(DbConnection connection, DbTransaction transaction, string? key, string ledTo, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(key))
            await connection.Command("INSERT INTO retried_act (key, led_to, kept_until) VALUES (@key, @ledTo, @until)", transaction,
                ("key", Sealed(key)), ("ledTo", ledTo), ("until", (clock.GetUtcNow() + Kept).ToUnixTimeMilliseconds())).RunAsync(stop);
    }

    /// <summary>Forgets the forms that led to something that is erased now.</summary>
    /// <param name="ledTo">The beginning of where they led; an id.</param>
    public static Task ForgetAsync(DbConnection connection, DbTransaction transaction, string ledTo, CancellationToken stop) =>
        connection.Command("DELETE FROM retried_act WHERE led_to LIKE @ledTo", transaction, ("ledTo", ledTo + "%")).RunAsync(stop);

    /// <summary>Forgets the forms of more than two days ago.</summary>
    public static Task SweepAsync(DbConnection connection, DbTransaction transaction, DateTimeOffset now, CancellationToken stop) =>
        connection.Command("DELETE FROM retried_act WHERE kept_until <= @now", transaction, ("now", now.ToUnixTimeMilliseconds())).RunAsync(stop);

    // What a browser sent is not kept as it came: it could be anything.
    static string Sealed(string? key) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key ?? "")));
}
