using Alentour.Foundation.Backups.Files;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Backups;

sealed class RehearseCommand(IEnumerable<SchemaOwner> owners, IEnumerable<IErasedAgain> erasers, ErasedLog log) : ICommand
{
    public string Name => "rehearse";

    public string Usage => "FILE                restores a backup into a database that is thrown away, and says whether it is whole";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("alentour-rehearsal-").FullName;
        try
        {
            if (arguments is not [var file])
                throw new BackupRefused("Say which file: bin/alentour rehearse FILE.");
            await BackupFile.VerifyAsync(file, stop);
            using var database = new Database($"sqlite:{Path.Combine(folder, "rehearsal.db")}");
            var put = new PutBack(database, new Migrator(database, owners), erasers);
            var header = await put.HeaderAsync(file, stop);
            var restored = await put.RunAsync(file, log.Read(), (_, _) => Task.CompletedTask, stop);
            await using var connection = await database.OpenAsync(stop);
            var sentences = await database.Dialect.CheckAsync(connection, stop);
            foreach (var sentence in sentences)
                await output.WriteLineAsync(sentence);
            if (sentences.Count == 0)
                await output.WriteLineAsync($"{file} is whole: {restored.Rows} rows of {restored.Tables} tables, of {header.TakenAt:yyyy-MM-dd HH:mm} UTC. Nothing of the house was touched.");
            return sentences.Count == 0 ? 0 : 1;
        }
        catch (BackupRefused refusal)
        {
            await output.WriteLineAsync(refusal.Message);
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
