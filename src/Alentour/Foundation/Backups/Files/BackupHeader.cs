using System.Security.Cryptography;

namespace Alentour.Foundation.Backups.Files;

/// <summary>The first line inside a backup: what must be known before anything is put back.</summary>
/// <param name="Mode">"demo" or "live", as the database says it; null when it was never opened.</param>
/// <param name="Engine">"sqlite" or "postgres": only the twin scripts of the same engine are compared.</param>
/// <param name="Scripts">The hash of every script that made the tables.</param>
/// <param name="Keys">The fingerprint of each key that is kept apart, so that another house's key is not taken for it.</param>
public sealed record BackupHeader(DateTimeOffset TakenAt, string? Mode, string Engine, IReadOnlyDictionary<string, string> Scripts, IReadOnlyDictionary<string, string> Keys)
{
    /// <summary>Sixteen digits of a hash of 256 random bits: enough to tell two keys apart, nothing to find one by.</summary>
    public static string Fingerprint(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];

    /// <summary>A sentence when the tables of the backup are not those that this program makes; null when they are.</summary>
    public string? Differs(string engine, IReadOnlyDictionary<string, string> expected)
    {
        var (ours, theirs) = (Compared(expected, engine), Compared(Scripts, engine));
        var missing = theirs.Keys.Except(ours.Keys).Concat(ours.Keys.Except(theirs.Keys)).Concat(ours.Keys.Intersect(theirs.Keys).Where(k => ours[k] != theirs[k])).Order(StringComparer.Ordinal).ToList();
        return missing.Count == 0 ? null
            : $"This backup was made by another version of Alentour ({missing[0]} differs). Restore it with the version that made it, then upgrade.";
    }

    Dictionary<string, string> Compared(IReadOnlyDictionary<string, string> scripts, string engine) =>
        scripts.Where(s => engine == Engine || !(s.Key.EndsWith(".sqlite.sql", StringComparison.Ordinal) || s.Key.EndsWith(".postgres.sql", StringComparison.Ordinal)))
            .ToDictionary(StringComparer.Ordinal);
}
