using System.Data.Common;
using Alentour.Foundation.Backups.Files;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Backups;

/// <summary>
/// The database remembers a fingerprint of each key that is kept apart: a node with another key, or a data folder that lost its own, would
/// refuse every card without a word.
/// </summary>
sealed partial class KeysApart(Database database, IEnumerable<IKeptApart> apart, ILogger<KeysApart> log) : IOpening, ICheck
{
    const string Fact = "fingerprint of ";

    public async Task OpenAsync(CancellationToken stop)
    {
        await using (var connection = await database.OpenAsync(stop))
            foreach (var sentence in await CheckAsync(connection, stop))
                Differs(log, sentence);
        foreach (var key in apart)
            key.Draw();
        await database.WriteAsync(async (connection, transaction) =>
        {
            foreach (var key in apart)
                if (key.Read() is { } bytes && await StoreFacts.ReadAsync(connection, Fact + key.Name, stop, transaction) is null)
                    await StoreFacts.WriteAsync(connection, transaction, Fact + key.Name, BackupHeader.Fingerprint(bytes), stop);
        }, stop);
    }

    public async Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop)
    {
        var sentences = new List<string>();
        foreach (var key in apart)
            if (await StoreFacts.ReadAsync(connection, Fact + key.Name, stop) is { } known && known != (key.Read() is { } bytes ? BackupHeader.Fingerprint(bytes) : null))
                sentences.Add($"The {key.Name} here is not the one that this house was opened with, so it refuses what the other made. Put the right one back, the same on all nodes.");
        return sentences;
    }

    /// <summary>For a house whose key is lost: the next one is its own.</summary>
    public static Task ForgetAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) =>
        connection.Command("DELETE FROM store_fact WHERE name LIKE @fact", transaction, ("fact", Fact + "%")).RunAsync(stop);

    [LoggerMessage(LogLevel.Error, "{Sentence}")]
    static partial void Differs(ILogger log, string sentence);
}
