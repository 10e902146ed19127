using System.Security.Cryptography;
using System.Text;
using Alentour.Foundation.Store;

namespace Alentour.Practices.House.SetUp;

/// <summary>The one-time code that opens the set-up: eighty bits in letters and digits that cannot be taken for one another.</summary>
public static class SetUpCode
{
    const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const int Parts = 4;
    const int InAPart = 4;

    /// <summary>"K7QF-M2XD-9TPB-4HNE".</summary>
    public static string Draw() => string.Join('-', Enumerable.Range(0, Parts).Select(_ => RandomNumberGenerator.GetString(Signs, InAPart)));

    /// <summary>What the database keeps of a code, however it is typed: case, hyphens and blanks do not count.</summary>
    public static string Seal(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(100)]))));

    /// <summary>In constant time.</summary>
    public static bool Fits(string typed, string kept) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Seal(typed)), Encoding.ASCII.GetBytes(kept));
}

/// <summary>The same code in a file of the data folder that only its owner reads, on the node that drew it.</summary>
public sealed class SetUpCodeFile(Foundation.Running.Settings settings)
{
    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(settings.DataFolder, "set-up-code"));

    /// <summary>Whether this house may have a set-up at all: a demonstration has none.</summary>
    public bool IsWanted => settings.Mode == Foundation.Running.Mode.Live;

    /// <summary>Where the code is to be found, in lines for whoever reads the terminal.</summary>
    /// <param name="kept">As the database keeps it.</param>
    public IReadOnlyList<string> Say(string kept) => Read() is { } code && SetUpCode.Fits(code, kept)
        ? ["", $"  Code d'ouverture / Opening code:   {code}", $"  À écrire à / Enter it at:          {Address}", $"  Aussi dans / Also in:              {Path}", ""]
        : ["", "  This house awaits its set-up. Its opening code was shown by the node that drew it, and lies in the data folder of that node (set-up-code).", ""];

    string Address => settings.PublicAddress is { } address ? new Uri(address, "/ouverture").ToString() : "/ouverture";

    string? Read() => File.Exists(Path) ? File.ReadAllText(Path).Trim() : null;

    public async Task WriteAsync(string code)
    {
        Remove();
        await OwnerOnly.WriteAsync(Path, file => file.WriteAsync(Encoding.ASCII.GetBytes(code + "\n")).AsTask());
    }

    public void Remove() => File.Delete(Path);
}
