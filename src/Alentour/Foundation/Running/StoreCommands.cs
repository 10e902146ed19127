using Alentour.Foundation.Store;

namespace Alentour.Foundation.Running;

sealed class MigrateCommand(Migrator migrator) : ICommand
{
    public string Name => "migrate";

    public string Usage => "                     brings the tables up to date";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var applied = await migrator.ApplyAsync(stop);
        foreach (var script in applied)
            await output.WriteLineAsync($"applied {script}");
        await output.WriteLineAsync(applied.Count == 0 ? "The tables were up to date." : "The tables are up to date.");
        return 0;
    }
}

sealed class CheckCommand(Database database, Migrator migrator, Settings settings, IEnumerable<ICheck> checks) : ICommand
{
    public string Name => "check";

    public string Usage => "                       integrity, tables, mode, keys, room and nights; exit code 1 and sentences when something is wrong";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var columns = await database.Dialect.ColumnsAsync(connection, stop);
        var sentences = new List<string>(await database.Dialect.CheckAsync(connection, stop));
        if (!columns.Any(c => c.Table == "schema_script"))
            sentences.Add("This database is empty: run bin/alentour migrate, or start the house.");
        else
        {
            var scripts = await migrator.CheckAsync(connection, stop);
            sentences.AddRange(scripts);
            var mode = await ModeMark.ReadAsync(connection, stop);
            if (mode is not null && mode != ModeMark.Word(settings.Mode))
                sentences.Add(new WrongModeException(mode, ModeMark.Word(settings.Mode)).Message);
            // Tables that are not up to date may lack what the others look at.
            if (scripts.Count == 0)
                foreach (var check in checks)
                    sentences.AddRange(await check.CheckAsync(connection, stop));
        }
        foreach (var sentence in sentences)
            await output.WriteLineAsync(sentence);
        if (sentences.Count == 0)
            await output.WriteLineAsync($"All is well: {database.Dialect.Shown}");
        return sentences.Count == 0 ? 0 : 1;
    }
}

sealed class ConfigCommand(Settings settings, Database database) : ICommand
{
    public string Name => "config";

    public string Usage => "                      the settings in force, without secrets";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        await output.WriteLineAsync($"Alentour__Mode           {ModeMark.Word(settings.Mode)}");
        await output.WriteLineAsync($"Alentour__Database       {database.Dialect.Shown}");
        await output.WriteLineAsync($"Alentour__DataFolder     {Path.GetFullPath(settings.DataFolder)}");
        await output.WriteLineAsync($"Alentour__PublicAddress  {settings.PublicAddress?.ToString() ?? "(that of each request)"}");
        await output.WriteLineAsync($"Alentour__TrustedProxies {(settings.TrustedProxies.Count > 0 ? string.Join(", ", settings.TrustedProxies) : "(those of this machine)")}");
        await output.WriteLineAsync($"Alentour__CardKey        {(settings.CardKey is null ? "(in the data folder)" : "(given, not shown)")}");
        await output.WriteLineAsync($"Alentour__Mail__…        {settings.Mail?.Shown ?? "(none: no letter is ever sent)"}");
        return 0;
    }
}
