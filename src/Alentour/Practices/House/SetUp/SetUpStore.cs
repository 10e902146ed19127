using System.Data.Common;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;

namespace Alentour.Practices.House.SetUp;

/// <summary>What the database keeps of a set-up while it lasts: the code, the browsers in which it was entered, the questions that are behind.</summary>
public sealed class SetUpStore(Database database, TimeProvider clock)
{
    /// <summary>How long a browser may leave the set-up lying before the code is asked for again.</summary>
    public static readonly TimeSpan Visit = TimeSpan.FromHours(4);

    /// <summary>Of a browser in which the code was entered; it goes with the browser.</summary>
    internal static readonly HostCookie Cookie = new("alentour-ouverture");

    /// <summary>Keeps a code unless one is kept already; true when this one is now in force.</summary>
    public Task<bool> BeginAsync(string code, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await using var begin = connection.Command("INSERT INTO set_up (id, code) VALUES (1, @code) ON CONFLICT (id) DO NOTHING", transaction, ("code", SetUpCode.Seal(code)));
        return await begin.ExecuteNonQueryAsync(stop) == 1;
    }, stop);

    /// <summary>What is kept of the code; null when there is no set-up to do.</summary>
    public async Task<string?> CodeAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        await using var command = connection.Command("SELECT code FROM set_up");
        return (string?)await command.ExecuteScalarAsync(stop);
    }

    /// <summary>Lets a browser in whose code fitted; what its cookie is to hold.</summary>
    public async Task<string> LetInAsync(CancellationToken stop)
    {
        var cookie = HostCookie.Draw();
        await database.WriteAsync((connection, transaction) => connection.Command("INSERT INTO set_up_visit (lookup, runs_out_at) VALUES (@lookup, @until)", transaction,
            ("lookup", HostCookie.Lookup(cookie)), ("until", (clock.GetUtcNow() + Visit).ToUnixTimeMilliseconds())).RunAsync(stop), stop);
        return cookie;
    }

    /// <summary>Whether the code was entered in this browser, not too long ago.</summary>
    public async Task<bool> IsInsideAsync(string cookie, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        await using var command = connection.Command("SELECT count(*) FROM set_up_visit WHERE lookup = @lookup AND runs_out_at > @now", null,
            ("lookup", HostCookie.Lookup(cookie)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), null) > 0;
    }

    /// <summary>The questions behind, each with whether it was answered or passed.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> StepsAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await StepsAsync(connection, null, stop);
    }

    public static async Task<IReadOnlyDictionary<string, bool>> StepsAsync(DbConnection connection, DbTransaction? transaction, CancellationToken stop) =>
        (await connection.Command("SELECT path, is_answered FROM set_up_step", transaction).ListAsync(row => (row.GetString(0), row.GetInt32(1) == 1), stop)).ToDictionary();

    /// <summary>Puts a question behind; one that was answered stays so when it is passed later.</summary>
    public static Task StepAsync(DbConnection connection, DbTransaction transaction, string path, bool isAnswered, CancellationToken stop) =>
        connection.Command("INSERT INTO set_up_step (path, is_answered) VALUES (@path, @answered) ON CONFLICT (path) DO UPDATE SET is_answered = CASE WHEN set_up_step.is_answered = 1 THEN 1 ELSE excluded.is_answered END",
            transaction, ("path", path), ("answered", isAnswered ? 1 : 0)).RunAsync(stop);

    public Task PassAsync(string path, CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => StepAsync(connection, transaction, path, isAnswered: false, stop), stop);

    /// <summary>The set-up is over: the code opens nothing any more, in no browser.</summary>
    public static async Task EndAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        foreach (var table in new[] { "set_up", "set_up_visit", "set_up_step" })
            await connection.Command($"DELETE FROM {table}", transaction).RunAsync(stop);
    }
}
