using System.Diagnostics;

namespace Alentour.Tests.Foundation.Faults;

/// <summary>
/// A PostgreSQL of one test's own, which it may break as a cut of the power does; that of the run serves all the others. Found and started as
/// bin/postgres-for-tests does, but with the settings of a real one: what it said was kept is on the disk.
/// </summary>
sealed class OwnCluster : IAsyncDisposable
{
    static readonly string? Tools = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderBy(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0).Select(d => Path.Combine(d, "bin")).LastOrDefault(HasTools)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).FirstOrDefault(HasTools);

    // The path of a socket may not be long.
    readonly string _folder = $"/tmp/alentour-own-{Guid.NewGuid().ToString("N")[..12]}";

    public static bool IsHere => Tools is not null;

    /// <summary>As Alentour__Database takes it.</summary>
    public string Address => $"postgres:Host={_folder};Port=5432;Username=alentour;Database=postgres;Maximum Pool Size=8";

    /// <summary>All that it wrote to its log.</summary>
    public string Log => File.ReadAllText(Path.Combine(_folder, "log"));

    public static async Task<OwnCluster> StartAsync()
    {
        var cluster = new OwnCluster();
        Directory.CreateDirectory(cluster._folder);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", cluster._folder);
        await cluster.AsOwnerAsync("initdb", "-D", cluster.Data, "-U", "alentour", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        await cluster.StartAgainAsync();
        return cluster;
    }

    /// <summary>As a crash does: no process of it writes another byte, nobody is told anything, and the next start reads the journal.</summary>
    public Task CrashAsync() => AsOwnerAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");

    /// <summary>Starts it, and returns when it answers.</summary>
    public Task StartAgainAsync() =>
        AsOwnerAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-k {_folder} -c listen_addresses='' -c port=5432 -c shared_buffers=32MB", "start");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            await CrashAsync();
        Npgsql.NpgsqlConnection.ClearPool(new Npgsql.NpgsqlConnection(Address["postgres:".Length..]));
        Directory.Delete(_folder, recursive: true);
    }

    string Data => Path.Combine(_folder, "cluster");

    // PostgreSQL refuses to run as root.
    Task AsOwnerAsync(string tool, params string[] words) =>
        Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(Tools!, tool), .. words]) : RunAsync(Path.Combine(Tools!, tool), words);

    static async Task RunAsync(string program, params string[] words)
    {
        // What it says goes nowhere: a server that stays would hold a pipe of ours open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. words]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}.");
    }

    static bool HasTools(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"));
}
