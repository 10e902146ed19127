using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Backups.Files;

/// <summary>
/// A backup on disk: a first line with the checksum of all that follows, then gzip of JSON lines: the header, and for each table a line that
/// names it and its columns, and a line for each row. No word of either engine stands in it, and <c>tail -n +2 FILE | zcat</c> shows it.
/// </summary>
static class BackupFile
{
    const string Kind = "alentour backup 1 sha256:";
    const int Digits = 64;

    /// <exception cref="IOException">The name is taken, or the disk is full.</exception>
    public static Task WriteAsync(string path, Func<Stream, Task> lines, CancellationToken stop) =>
        OwnerOnly.WriteAsync(path, async file =>
        {
            await file.WriteAsync(FirstLine(new string('0', Digits)), stop);
            using var sum = SHA256.Create();
            await using (var summed = new CryptoStream(file, sum, CryptoStreamMode.Write, leaveOpen: true))
            await using (var packed = new GZipStream(summed, CompressionLevel.Optimal))
            await using (var buffered = new BufferedStream(packed, 64 * 1024))
                await lines(buffered);
            file.Position = 0;
            await file.WriteAsync(FirstLine(Convert.ToHexStringLower(sum.Hash!)), stop);
        });

    /// <summary>Reads the whole file once, before anything is made of it.</summary>
    /// <exception cref="BackupRefused">It is no backup, of another version, cut or changed.</exception>
    public static async Task VerifyAsync(string path, CancellationToken stop)
    {
        if (!File.Exists(path))
            throw new BackupRefused($"There is no file {path}.");
        await using var file = File.OpenRead(path);
        var first = new byte[FirstLine(new string('0', Digits)).Length];
        var read = await file.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, stop);
        var line = Encoding.ASCII.GetString(first, 0, read);
        if (!line.StartsWith("alentour backup ", StringComparison.Ordinal))
            throw new BackupRefused($"{path} is not a backup of Alentour.");
        if (!line.StartsWith(Kind, StringComparison.Ordinal))
            throw new BackupRefused($"{path} was written in another form of backup, by another version of Alentour. Use the version that made it.");
        var sum = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
        if (line != Encoding.ASCII.GetString(FirstLine(sum)))
            throw new BackupRefused($"{path} is cut short or damaged: its checksum does not agree. Nothing was restored; take another copy.");
    }

    /// <summary>The lines of a file that was verified.</summary>
    public static async IAsyncEnumerable<JsonElement> LinesAsync(string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        file.Position = FirstLine(new string('0', Digits)).Length;
        using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress), Encoding.UTF8);
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            using var parsed = JsonDocument.Parse(line);
            yield return parsed.RootElement;
        }
    }

    static byte[] FirstLine(string sum) => Encoding.ASCII.GetBytes($"{Kind}{sum}\n");
}
