using System.Security.Cryptography;
using System.Text;
using Alentour.Foundation.Backups;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Community.People.Cards;

/// <summary>
/// What the words of a card are kept as: PBKDF2-SHA-256 with a key of the house. Whoever holds the database without the key cannot try words.
/// The key is Alentour__CardKey (64 hexadecimal digits, the same on all nodes), else a file of the data folder that only its owner reads.
/// </summary>
public sealed class CardKey(Settings settings) : IKeptApart
{
    /// <summary>OWASP, 2023, for PBKDF2-HMAC-SHA-256; about 0.3 s of one processor.</summary>
    public const int Rounds = 600_000;

    const int Bytes = 32;

    readonly string _path = Path.Combine(settings.DataFolder, "card-key");
    readonly Lazy<byte[]> _key = new(() => settings.CardKey ?? OfFile(Path.Combine(settings.DataFolder, "card-key")));

    public string Name => "card-key";

    public void Draw() => _ = _key.Value;

    public byte[]? Read() => settings.CardKey ?? (File.Exists(_path) ? OfFile(_path) : null);

    /// <summary>Takes the place of a key that has opened nothing yet: the database is empty.</summary>
    public void Put(byte[] key)
    {
        if (settings.CardKey is not null)
            throw new BackupRefused("Alentour__CardKey is another key than that of the backup. Set it to the key of the backup, or leave it out.");
        Write(_path, key, overwrite: true);
    }

    /// <summary>The same words give the same 64 hexadecimal digits, in this house alone.</summary>
    public string Seal(IReadOnlyList<string> words) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(string.Join(' ', words)), _key.Value, Rounds, HashAlgorithmName.SHA256, Bytes));

    /// <summary>What the words of a slip are kept as: quickly made, for it lives some weeks, is used once and opens nothing that exists.</summary>
    public string SealSlip(IReadOnlyList<string> words) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes("slip " + string.Join(' ', words))));

    /// <summary>What an address of e-mail is looked up by: without the key, whoever holds the database cannot try addresses that are not in it.</summary>
    public string SealAddress(string use, string address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"email {use} {address}")));

    /// <summary>32 bytes that stand for something on a page, and lead back to it in this house alone.</summary>
    internal byte[] SealHandle(string what) => HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes("handle " + what));

    static byte[] OfFile(string path)
    {
        if (!File.Exists(path))
            Write(path, RandomNumberGenerator.GetBytes(Bytes), overwrite: false);
        return Convert.FromHexString(File.ReadAllText(path).Trim());
    }

    /// <summary>Written whole beside its place, then named: a process killed meanwhile leaves no half of a key.</summary>
    static void Write(string path, byte[] key, bool overwrite)
    {
        var draft = $"{path}.{Environment.ProcessId}";
        try
        {
            using (var file = OwnerOnly.Open(draft, FileMode.Create))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key)));
                file.Flush(flushToDisk: true);
            }
            File.Move(draft, path, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            // Another process was first: its key holds.
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
