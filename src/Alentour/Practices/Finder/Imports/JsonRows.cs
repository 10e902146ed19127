using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Alentour.Practices.Finder.Imports;

/// <summary>Reads the rows of a JSON array one by one, so that a large file needs little memory.</summary>
static class JsonRows
{
    // A row may be nested as deep as it likes: it is refused by what it says, and the rows after it are read.
    static readonly JsonSerializerOptions Options = new() { MaxDepth = int.MaxValue };

    /// <exception cref="FileRefusedException">The file is missing, unreadable, or not one whole JSON array.</exception>
    public static async IAsyncEnumerable<JsonElement> ReadAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var file = Open(path);
        await using var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, Options, stop).GetAsyncEnumerator(stop);
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync())
                    yield break;
            }
            catch (JsonException broken)
            {
                throw new FileRefusedException($"{Path.GetFileName(path)} is not one whole JSON list (line {broken.LineNumber + 1}): it may be cut short. Nothing was changed.");
            }
            yield return rows.Current;
        }
    }

    /// <summary>The rows that are objects, from a small file beside the main one.</summary>
    public static async Task<IReadOnlyList<JsonRow>> ObjectsAsync(string path, CancellationToken stop)
    {
        var objects = new List<JsonRow>();
        await foreach (var row in ReadAsync(path, stop))
            if (row.ValueKind == JsonValueKind.Object)
                objects.Add(new JsonRow(row));
        return objects;
    }

    static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FileRefusedException($"{path} cannot be read: {failure.Message}");
        }
    }
}
