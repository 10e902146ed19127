using Alentour.Foundation.Web;

namespace Alentour.Practices.CrisisHelp;

/// <summary>
/// The lines in force, in memory: those of aide.json in the data folder when it can be read, else the built-in list of Quebec.
/// The file is looked at again when its time of writing changes, at most once in <see cref="Pause"/>. No database: these lines answer when all else is down.
/// </summary>
public sealed partial class CrisisLineFile(string folder, TimeProvider time, ILogger<CrisisLineFile> log) : IShownFromMemory
{
    /// <summary>The longest time that a change of the file goes unseen.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public const string Name = "aide.json";

    const long LargestFile = 1024 * 1024;
    const string BuiltInName = "Alentour.Practices.CrisisHelp.Content.lines.json";
    static readonly CrisisLines BuiltIn = ReadBuiltIn();

    /// <summary>The public lines of Quebec that come with the program.</summary>
    public static CrisisLines OfQuebec => BuiltIn;

    readonly string _path = Path.Combine(folder, Name);
    readonly Lock _turn = new();
    volatile Reading _last = new(BuiltIn, null, 0, null, 0);

    /// <summary>The lines at this moment; never empty, never throws.</summary>
    public CrisisLines Now => Present.Lines;

    /// <summary>Rises each time other lines come into force.</summary>
    public int Number => Present.Number;

    /// <summary>Reads the file at the next question, however recent the last look: it was just written.</summary>
    public void LookAgain()
    {
        lock (_turn)
            _last = _last with { LookedAt = 0 };
    }

    Reading Present
    {
        get
        {
            var last = _last;
            var now = time.GetUtcNow().UtcTicks;
            if (now - last.LookedAt >= Pause.Ticks || now < last.LookedAt)
                lock (_turn)
                    if (ReferenceEquals(last, _last))
                        _last = Look(last, now);
            return _last;
        }
    }

    Reading Look(Reading last, long now)
    {
        try
        {
            var file = new FileInfo(_path);
            DateTime? writtenAt = file.Exists ? file.LastWriteTimeUtc : null;
            if (writtenAt == last.WrittenAt)
                return last with { LookedAt = now };
            return writtenAt is null ? new Reading(BuiltIn, null, now, null, last.Number + 1) : Read(file, last, now);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            return Broken(last, null, now, unreachable.Message);
        }
    }

    Reading Read(FileInfo file, Reading last, long now)
    {
        try
        {
            if (file.Length > LargestFile)
                return Broken(last, file.LastWriteTimeUtc, now, "It is larger than 1 MB.");
            using var stream = file.OpenRead();
            return new Reading(CrisisLineJson.Read(stream), file.LastWriteTimeUtc, now, null, last.Number + 1);
        }
        catch (Exception wrong) when (wrong is not (IOException or UnauthorizedAccessException))
        {
            // Whatever is wrong with it: /aide answers.
            return Broken(last, file.LastWriteTimeUtc, now, wrong.Message);
        }
    }

    /// <summary>The built-in list, whose date everyone can read, rather than the list of before: its author meant to change it.</summary>
    Reading Broken(Reading last, DateTime? writtenAt, long now, string fault)
    {
        if (fault != last.Fault)
            SayBroken(log, _path, fault);
        return new Reading(BuiltIn, writtenAt, now, fault, last.Number + 1);
    }

    static CrisisLines ReadBuiltIn()
    {
        using var stream = typeof(CrisisLineFile).Assembly.GetManifestResourceStream(BuiltInName)!;
        return CrisisLineJson.Read(stream);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} cannot be used, so /aide shows the built-in lines: {Reason}")]
    static partial void SayBroken(ILogger log, string path, string reason);

    sealed record Reading(CrisisLines Lines, DateTime? WrittenAt, long LookedAt, string? Fault, int Number);
}
