using System.Text.Json;
using Alentour.Community.Organizations;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;
using Alentour.Practices.Finder.Searches;

namespace Alentour.Practices.Finder.Imports;

/// <summary>Brings the meetings of a BMLT server into the finder, as often as one likes: the file says what is there now.</summary>
sealed class ImportBmlt(Migrator migrator, Database database, ListingWriter listings, FinderIndex index, HouseClock clock) : ICommand
{
    public string Name => "import bmlt";

    public string Usage => "FILE --formats FILE --bodies FILE   groups and meetings published by a BMLT server";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        if (ImportFiles.Parse(arguments) is not { } files)
        {
            await output.WriteLineAsync($"Write: {Name} {Usage}");
            return 1;
        }
        try
        {
            await migrator.ApplyAsync(stop);
            var rows = await BmltFile.ReadAsync(files.Meetings, output, stop);
            var formats = files.Formats is null ? BmltFormats.None : await BmltFormats.ReadAsync(files.Formats, stop);
            var source = files.Bodies is null ? BmltBodies.Unnamed(clock.Now.Day) : await BmltBodies.ReadAsync(files.Bodies, clock.Now.Day, stop);
            return await KeepAsync(rows, BmltGroups.Gather(rows.Accepted, formats, source), source, output, stop);
        }
        catch (FileRefusedException refused)
        {
            await output.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    async Task<int> KeepAsync(BmltFile rows, IReadOnlyList<OfferedEntry> offered, ListedSource source, TextWriter output, CancellationToken stop)
    {
        await output.WriteLineAsync($"{rows.Accepted.Count} meetings of {offered.Count} groups, from {source.Name.Fr}");
        // Before anything is written: a process killed between the two would leave real entries to which the cast may be added.
        await MarkImportedAsync(stop);
        var change = await listings.ReconcileAsync(source, offered, rows.RefusedIds, n => output.WriteLine($"wrote {n} groups"), stop);
        await index.RefreshIfStaleAsync(stop);
        if (offered.Count == 0)
            await output.WriteLineAsync("No meeting could be read, so nothing was withdrawn.");
        if (change.Withdrawals.Count > 0)
            await output.WriteLineAsync($"withdrawn {change.Withdrawals.Count}");
        await output.WriteLineAsync($"imported {change.Imported}, updated {change.Updated}, unchanged {change.Unchanged}, refused {rows.Refused}");
        return rows.Refused > 0 && rows.Accepted.Count == 0 ? 1 : 0;
    }

    /// <summary>A database that was filled before it had a mode is not given the cast.</summary>
    Task MarkImportedAsync(CancellationToken stop) =>
        database.WriteAsync((connection, transaction) => StoreFacts.WriteAsync(connection, transaction, "imported", "1", stop), stop);
}

/// <summary>The words after the name of the command.</summary>
sealed record ImportFiles(string Meetings, string? Formats, string? Bodies)
{
    /// <summary>Null when the words make no sense.</summary>
    public static ImportFiles? Parse(IReadOnlyList<string> arguments)
    {
        string? meetings = null, formats = null, bodies = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is "--formats" or "--bodies" && i + 1 < arguments.Count)
                (formats, bodies) = arguments[i] == "--formats" ? (arguments[++i], bodies) : (formats, arguments[++i]);
            else if (arguments[i].StartsWith('-') || meetings is not null)
                return null;
            else
                meetings = arguments[i];
        }
        return meetings is null ? null : new ImportFiles(meetings, formats, bodies);
    }
}

/// <summary>The rows of a file, those that can be taken and how many cannot.</summary>
sealed class BmltFile
{
    readonly List<BmltRow> _accepted = [];
    readonly Dictionary<string, int> _rowOf = new(StringComparer.Ordinal);
    readonly HashSet<string> _refusedIds = new(StringComparer.Ordinal);

    public IReadOnlyList<BmltRow> Accepted => _accepted;

    public int Refused { get; private set; }

    /// <summary>The refused rows that at least said which meeting they were.</summary>
    public IReadOnlySet<string> RefusedIds => _refusedIds;

    /// <summary>Reads all of it, and says each refusal and each thousand rows.</summary>
    /// <exception cref="FileRefusedException">It is not one whole JSON list.</exception>
    public static async Task<BmltFile> ReadAsync(string path, TextWriter output, CancellationToken stop)
    {
        var file = new BmltFile();
        var number = 0;
        await foreach (var row in JsonRows.ReadAsync(path, stop))
        {
            if (file.Take(++number, row) is { } reason)
                await output.WriteLineAsync($"row {number} refused: {reason}.");
            if (number % 1000 == 0)
                await output.WriteLineAsync($"read {number} rows");
        }
        file._refusedIds.ExceptWith(file._rowOf.Keys);
        return file;
    }

    /// <summary>The reason of a refusal, or null.</summary>
    string? Take(int number, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return Refuse("it is not an object");
        try
        {
            var row = BmltRow.Read(new JsonRow(element));
            if (!_rowOf.TryAdd(row.Id, number))
                return Refuse($"the meeting {row.Id} stands on row {_rowOf[row.Id]} already");
            _accepted.Add(row);
            return null;
        }
        catch (RowRefusedException refused)
        {
            if (IdOf(element) is { } id)
                _refusedIds.Add(id);
            return Refuse(refused.Message);
        }
    }

    string Refuse(string reason)
    {
        Refused++;
        return reason;
    }

    static string? IdOf(JsonElement element)
    {
        try
        {
            return new JsonRow(element).Text("id_bigint", 40);
        }
        catch (RowRefusedException)
        {
            return null;
        }
    }
}
