using System.Diagnostics;
using System.Net;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Faults;

public sealed class FullDiskPage
{
    [Fact]
    public async Task On_a_full_disk_a_sentence_says_so_reading_goes_on_and_writing_resumes()
    {
        Assert.SkipWhen(TestStore.IsPostgres, "The disk of a cluster is not that of the house.");
        await using var disk = SmallDisk.Mount();
        Assert.SkipWhen(disk is null, "A small disk cannot be mounted here (root on Linux may).");
        var address = $"sqlite:{Path.Combine(disk.Folder, "house.db")}";
        await using var house = await RunningHouse.StartAsync(address, disk.Folder);
        using var browser = house.Visitor();
        var before = await SignInAsync(browser);
        Assert.Equal(HttpStatusCode.SeeOther, before.StatusCode);
        var cookie = before.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await AgeSessionsAsync(address);

        disk.Fill();
        var refused = await UntilAsync(() => SignInAsync(browser), HttpStatusCode.ServiceUnavailable);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        Assert.Contains("a pas été gardé", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        foreach (var page in new[] { "/", "/groupes", "/groupes/cercle-du-jeudi", "/semaine", "/aide", "/healthz" })
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode);
        var read = await AsMemberAsync(browser, cookie);
        Assert.True(read.StatusCode == HttpStatusCode.OK, house.Said);

        disk.Free();
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(browser)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AsMemberAsync(browser, cookie)).StatusCode);
    }

    static Task<HttpResponseMessage> SignInAsync(HttpClient browser) => browser.PostAsync("/demo/entrer", new FormUrlEncodedContent([new("nom", "Simone")]));

    static async Task<HttpResponseMessage> AsMemberAsync(HttpClient browser, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/aujourdhui") { Headers = { { "Cookie", cookie } } };
        return await browser.SendAsync(request);
    }

    /// <summary>A little place may be left in the pages of the journal: it fills.</summary>
    static async Task<HttpResponseMessage> UntilAsync(Func<Task<HttpResponseMessage>> act, HttpStatusCode expected)
    {
        for (var i = 0; i < 500; i++)
            if (await act() is var answer && answer.StatusCode == expected)
                return answer;
        throw new TimeoutException("The disk never filled.");
    }

    /// <summary>So old that the next page of the member would write that they came.</summary>
    static async Task AgeSessionsAsync(string address)
    {
        using var database = new Database(address);
        await database.WriteAsync((connection, transaction) => connection.Command("UPDATE session SET runs_out_at = runs_out_at - 1000000000", transaction).RunAsync(default));
    }

    sealed class SmallDisk : IAsyncDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("alentour-disk-").FullName;

        string Filler => Path.Combine(Folder, "filler");

        public static SmallDisk? Mount()
        {
            var disk = new SmallDisk();
            if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.Folder))
                return disk;
            Directory.Delete(disk.Folder);
            return null;
        }

        public void Fill()
        {
            using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            try
            {
                while (true)
                    filler.Write(new byte[512]);
            }
            catch (IOException)
            {
                // Full, as it should be.
            }
        }

        public void Free() => File.Delete(Filler);

        public ValueTask DisposeAsync()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Run("umount", "--lazy", Folder);
            Directory.Delete(Folder);
            return ValueTask.CompletedTask;
        }

        static bool Run(string name, params string[] words)
        {
            try
            {
                using var run = Process.Start(new ProcessStartInfo(name, words) { RedirectStandardError = true })!;
                run.WaitForExit();
                return run.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
