using Alentour.Foundation.Backups;
using Alentour.Foundation.Running;

namespace Alentour.Tests.Foundation.Backups;

public sealed class ErasedLogRules : IDisposable
{
    static readonly DateOnly Day = new(2026, 11, 26);

    readonly string _folder = Directory.CreateTempSubdirectory("alentour-").FullName;

    string File => Path.Combine(_folder, "erasures.log");

    ErasedLog Log => new(new Settings(Mode.Live, "sqlite:unused", _folder, null, null));

    [Fact]
    public void Each_erasure_stands_there_once_in_a_file_that_only_its_owner_reads()
    {
        Erased first = new(Guid.CreateVersion7(), Day), second = new(Guid.CreateVersion7(), Day.AddDays(1));
        Assert.Empty(Log.Read());
        Log.Add([first]);
        Log.Add([first, second]);
        Log.Add([]);
        Assert.Equal([first, second], Log.Read());
        Assert.Equal(2, System.IO.File.ReadAllLines(File).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(File).UnixFileMode);
    }

    [Fact]
    public void A_line_that_a_crash_cut_short_is_passed_over_and_written_again()
    {
        Erased whole = new(Guid.CreateVersion7(), Day), cut = new(Guid.CreateVersion7(), Day);
        Log.Add([whole]);
        System.IO.File.AppendAllText(File, cut.Id.ToString()[..20]);
        Assert.Equal([whole], Log.Read());
        Log.Add([cut]);
        Assert.Equal([whole, cut], Log.Read());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
