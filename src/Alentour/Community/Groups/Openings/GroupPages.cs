using System.Data.Common;
using System.Security.Cryptography;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Openings;

/// <summary>What a group says of itself, written by its members: opened as a draft, kept section by section, published, withdrawn.</summary>
public sealed class GroupPages(Database database, PublicVersion version, RetriedActs retried, GroupJournal journal, HouseClock clock)
{
    /// <summary>Addresses of our own under /groupes: no group may be called by them.</summary>
    static readonly string[] Taken = ["ouvrir", "garder"];

    /// <summary>Opens a draft with its first member; the same form sent twice opens one.</summary>
    /// <returns>The address of the draft: drawn by chance, since an address after the name would tell others that it exists.</returns>
    /// <exception cref="RefusalException">The person holds a role.</exception>
    public Task<string> OpenAsync(Me me, string name, Words words, string? key, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        // The row that whoever gives a role writes first too (RoleStore): a role taken at this moment is seen, or sees.
        await version.RaiseAsync(connection, transaction, stop);
        var form = new SentForm("group", me.Id, key);
        if (await retried.LedToAsync(connection, transaction, form, stop) is { } slug)
            return slug;
        await Pen.RefuseRolesAsync(connection, transaction, me.Id, "opening.refusal.role", stop);
        var draft = Draft.Of(name, words, $"brouillon-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}", RandomNumberGenerator.GetInt32(96));
        await draft.InsertAsync(connection, transaction, stop);
        await connection.Command("INSERT INTO membership (group_id, person_id, since) VALUES (@group, @me, @day)", transaction,
            ("group", draft.Id.ToString()), ("me", me.Id.ToString()), ("day", clock.Now.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).RunAsync(stop);
        await retried.KeepAsync(connection, transaction, form, draft.Slug, stop);
        return draft.Slug;
    }, stop);

    /// <summary>Keeps one section as a member wrote it.</summary>
    /// <param name="seen">The version they had before them.</param>
    /// <exception cref="RefusalException">Somebody else changed the page meanwhile, or the pen is not theirs.</exception>
    public Task KeepAsync(OwnGroup group, int seen, IReadOnlyList<(string Column, object? Value)> written, GroupEntry? entry, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await Pen.TakeAsync(connection, transaction, group, stop);
        var columns = string.Join(", ", written.Select(w => $"{w.Column} = @{w.Column}"));
        await using var keep = connection.Command($"UPDATE mutual_aid_group SET {columns}, version = version + 1 WHERE id = @group AND version = @seen", transaction,
            [("group", group.Id.ToString()), ("seen", seen), .. written.Select(w => (w.Column, w.Value))]);
        if (await keep.ExecuteNonQueryAsync(stop) == 0)
            throw new RefusalException("pen.refusal.meanwhile");
        if (entry is not null)
            await journal.WriteAsync(connection, transaction, group, entry, stop);
        if (group.IsShown)
            await version.RaiseAsync(connection, transaction, stop);
    }, stop);

    /// <summary>Shows the group to the world; the first time its address is made of its name. Publishing twice changes nothing.</summary>
    /// <returns>The address, and whether another group bears the same name there.</returns>
    /// <exception cref="RefusalException">The page changed meanwhile, or the pen is not theirs.</exception>
    public Task<(string Slug, bool IsSecond)> PublishAsync(OwnGroup group, MutualAidGroup page, CancellationToken stop)
    {
        page.Publish(clock.Instant);
        return database.WriteAsync(async (connection, transaction) =>
        {
            await version.RaiseAsync(connection, transaction, stop);
            await Pen.TakeAsync(connection, transaction, group, stop);
            var (slug, isSecond) = group.Slug.StartsWith("brouillon-", StringComparison.Ordinal) ? await FreeAsync(connection, transaction, page.Name, stop) : (group.Slug, false);
            await using var publish = connection.Command("UPDATE mutual_aid_group SET slug = @slug, published_at = @at, version = version + 1 WHERE id = @group AND version = @seen AND published_at IS NULL", transaction,
                ("slug", slug), ("at", page.PublishedAt!.Value.ToUnixTimeMilliseconds()), ("group", group.Id.ToString()), ("seen", page.Version));
            if (await publish.ExecuteNonQueryAsync(stop) == 0)
                throw new RefusalException("pen.refusal.meanwhile");
            await journal.WriteAsync(connection, transaction, group, journal.Now(GroupAct.Published), stop);
            return (slug, isSecond);
        }, stop);
    }

    /// <summary>Takes the page back from the world; members go on, and may publish it again.</summary>
    public Task WithdrawAsync(OwnGroup group, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await version.RaiseAsync(connection, transaction, stop);
        await Pen.TakeAsync(connection, transaction, group, stop);
        await using var withdraw = connection.Command("UPDATE mutual_aid_group SET published_at = NULL, version = version + 1 WHERE id = @group AND published_at IS NOT NULL", transaction, ("group", group.Id.ToString()));
        if (await withdraw.ExecuteNonQueryAsync(stop) > 0)
            await journal.WriteAsync(connection, transaction, group, journal.Now(GroupAct.Withdrawn), stop);
    }, stop);

    static async Task<(string Slug, bool IsSecond)> FreeAsync(DbConnection connection, DbTransaction transaction, string name, CancellationToken stop)
    {
        var wanted = PlainLetters.Slug(name) is { Length: > 0 } plain && !plain.StartsWith("brouillon-", StringComparison.Ordinal) ? plain : "groupe";
        var taken = await connection.Command("SELECT slug FROM mutual_aid_group WHERE slug = @slug OR slug LIKE @like", transaction, ("slug", wanted), ("like", wanted + "-%")).ListAsync(row => row.GetString(0), stop);
        var free = Enumerable.Range(1, taken.Count + 2).Select(n => n == 1 ? wanted : $"{wanted}-{n}").First(s => !taken.Contains(s) && !Taken.Contains(s));
        return (free, free != wanted);
    }
}
