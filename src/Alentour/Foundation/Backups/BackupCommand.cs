using Alentour.Foundation.Backups.Files;
using Alentour.Foundation.Running;

namespace Alentour.Foundation.Backups;

sealed class BackupCommand(TakeBackup take, IEnumerable<IKeptApart> apart) : ICommand
{
    const string NoKey = "--no-key";

    public string Name => "backup";

    public string Usage => "FILE [--no-key]       writes the whole house into FILE while it is open, and its key into FILE.key, to be kept in another place";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        try
        {
            var file = arguments.FirstOrDefault(a => a != NoKey) ?? throw new BackupRefused("Say into which file: bin/alentour backup FILE.");
            var keys = arguments.Contains(NoKey) ? [] : apart.Select(k => (k.Name, Key: k.Read())).Where(k => k.Key is not null).ToDictionary(k => k.Name, k => k.Key!);
            foreach (var taken in new[] { file, keys.Count > 0 ? KeyFile.Beside(file) : file }.Where(File.Exists))
                throw new BackupRefused($"{taken} is there already, and a backup never writes over another. Give another name.");
            var held = await take.RunAsync(file, stop);
            await output.WriteLineAsync($"{file} holds {held.Rows} rows of {held.Tables} tables, as they stood at one moment. Bring it to another machine.");
            if (keys.Count > 0)
                await KeyFile.WriteAsync(KeyFile.Beside(file), keys);
            if (keys.Count > 0)
                await output.WriteLineAsync($"{KeyFile.Beside(file)} holds the key of the cards. Keep it in another place than the backup: with only one of the two, nobody can try the words of a card.");
            return 0;
        }
        catch (BackupRefused refusal)
        {
            await output.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
