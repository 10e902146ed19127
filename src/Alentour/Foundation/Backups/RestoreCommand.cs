using Alentour.Foundation.Backups.Files;
using Alentour.Foundation.Running;

namespace Alentour.Foundation.Backups;

sealed class RestoreCommand(PutBack put, IEnumerable<IKeptApart> apart, ErasedLog log, Settings settings) : ICommand
{
    const string WithoutKey = "--without-key";

    public string Name => "restore";

    public string Usage => "FILE [KEYFILE]       puts a backup into an empty database; the key is looked for in FILE.key";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        try
        {
            if (arguments.Where(a => a != WithoutKey).ToList() is not [var file, .. var more])
                throw new BackupRefused("Say which file: bin/alentour restore FILE.");
            await BackupFile.VerifyAsync(file, stop);
            var header = await put.HeaderAsync(file, stop);
            if (header.Mode is { } mode && mode != ModeMark.Word(settings.Mode))
                throw new BackupRefused($"This backup holds a {mode} house, and the settings say {ModeMark.Word(settings.Mode)}: see Alentour__Mode.");
            var isLost = arguments.Contains(WithoutKey);
            var keys = isLost ? [] : await KeysAsync(header, file, more.FirstOrDefault(), stop);
            var restored = await put.RunAsync(file, log.Read(), async (connection, transaction) =>
            {
                if (isLost)
                    await KeysApart.ForgetAsync(connection, transaction, stop);
                foreach (var (place, key) in keys)
                    place.Put(key);
            }, stop);
            await SayAsync(output, header, restored, keys.Count);
            return 0;
        }
        catch (BackupRefused refusal)
        {
            await output.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    /// <summary>The keys that the backup was made with and that this house does not have already.</summary>
    async Task<Dictionary<IKeptApart, byte[]>> KeysAsync(BackupHeader header, string file, string? given, CancellationToken stop)
    {
        var missing = apart.Where(k => header.Keys.TryGetValue(k.Name, out var print) && !(k.Read() is { } ours && BackupHeader.Fingerprint(ours) == print)).ToList();
        if (missing.Count == 0)
            return [];
        var from = given ?? KeyFile.Beside(file);
        if (given is null && !File.Exists(from))
            throw new BackupRefused($"The key of this backup is missing: {from} is not there. Say where it is: bin/alentour restore {file} KEYFILE. "
                + $"If it is lost: bin/alentour restore {file} {WithoutKey}; then the cards printed before open nothing any more.");
        var keys = await KeyFile.ReadAsync(from, stop);
        return missing.ToDictionary(k => k, k => keys.TryGetValue(k.Name, out var key) && BackupHeader.Fingerprint(key) == header.Keys[k.Name] ? key
            : throw new BackupRefused($"{from} is the key of another house or of another backup."));
    }

    static async Task SayAsync(TextWriter output, BackupHeader header, Restored restored, int keys)
    {
        await output.WriteLineAsync($"The house stands as it was on {header.TakenAt:yyyy-MM-dd HH:mm} UTC: {restored.Rows} rows of {restored.Tables} tables.");
        if (keys > 0)
            await output.WriteLineAsync("The key of the cards was put back.");
        if (restored.ErasedAgain > 0)
            await output.WriteLineAsync($"People erased since then: {restored.ErasedAgain}. They were erased again.");
        await output.WriteLineAsync("Everyone signs in again. Start the house, then run bin/alentour check.");
    }
}
