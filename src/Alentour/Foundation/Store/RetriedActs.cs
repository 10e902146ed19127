using System.Data.Common;

namespace Alentour.Foundation.Store;

/// <summary>A form as it was sent: which act, by whom where somebody is in, and the key that was drawn when it was shown.</summary>
/// <param name="Act">Our own word for the act; a key of one form says nothing to another.</param>
/// <param name="By">Null for whoever has no account.</param>
/// <param name="Key">As the browser sent it.</param>
public readonly record struct SentForm(string Act, Guid? By, string? Key);

/// <summary>
/// Acts that a person may send twice: a double press, an answer lost on the way. The key of a form (a hidden field, drawn when the form is
/// shown) is kept with where its answer led, so that the second press leads to the same place and does nothing. It is kept
/// sealed with the act and the person: sent to another form, or by another person, the same key is another. Keys name nobody and go after two days.
/// </summary>
public sealed class RetriedActs(TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>A key for a form that is about to be shown.</summary>
    public static string NewKey() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    /// <summary>Where the act of this form led, when it was done before; null when it is to be done now. A key that no form drew is never known.</summary>
    public async Task<string?> LedToAsync(DbConnection connection, DbTransaction transaction, SentForm form, CancellationToken stop)
    {
        await using var command = connection.Command("SELECT led_to FROM retried_act WHERE key = @key", transaction, ("key", Sealed(form)));
        return (string?)await command.ExecuteScalarAsync(stop);
    }

    /// <summary>To be called in the transaction of the act. Of two that race, the second fails on the key and keeps nothing.</summary>
    public async Task KeepAsync(DbConnection connection, DbTransaction transaction, SentForm form, string ledTo, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(form.Key))
            await connection.Command("INSERT INTO retried_act (key, led_to, kept_until) VALUES (@key, @ledTo, @until)", transaction,
                ("key", Sealed(form)), ("ledTo", ledTo), ("until", (clock.GetUtcNow() + Kept).ToUnixTimeMilliseconds())).RunAsync(stop);
    }

    /// <summary>Forgets the forms that led to something that is erased now.</summary>
    /// <param name="ledTo">The beginning of where they led; an id.</param>
    public static Task ForgetAsync(DbConnection connection, DbTransaction transaction, string ledTo, CancellationToken stop) =>
        connection.Command("DELETE FROM retried_act WHERE led_to LIKE @ledTo", transaction, ("ledTo", ledTo + "%")).RunAsync(stop);

    /// <summary>Forgets the forms of more than two days ago.</summary>
    public static Task SweepAsync(DbConnection connection, DbTransaction transaction, DateTimeOffset now, CancellationToken stop) =>
        connection.Command("DELETE FROM retried_act WHERE kept_until <= @now", transaction, ("now", now.ToUnixTimeMilliseconds())).RunAsync(stop);

    // What a browser sent is not kept as it came: it could be anything.
    static string Sealed(SentForm form) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{form.Act}\n{form.By}\n{form.Key}")));
}
