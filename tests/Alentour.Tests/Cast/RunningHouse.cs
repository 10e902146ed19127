using System.Diagnostics;
using System.Text;
using Alentour.Foundation.Running;

namespace Alentour.Tests.Cast;

/// <summary>
/// The real application in a process of its own, which a test may kill (-9) at any moment; and the commands of bin/alentour, each in a
/// process of its own. The clock is the real one.
/// </summary>
public sealed class RunningHouse : IAsyncDisposable
{
    const string Listening = "Now listening on: ";

    readonly Process _process;
    readonly StringBuilder _said;
    Task _listening = Task.CompletedTask;

    RunningHouse(Process process, Uri address, StringBuilder said) => (_process, Address, _said) = (process, address, said);

    public Uri Address { get; }

    /// <summary>All that the process wrote to its two outputs so far; whole once it was killed.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>Starts a house on a free port, and returns when it is open.</summary>
    /// <param name="more">Other settings, by the names of the environment.</param>
    public static async Task<RunningHouse> StartAsync(string database, string folder, Mode mode = Mode.Demo, params (string Name, string Value)[] more)
    {
        var process = Start(database, folder, mode, ["--urls", "http://127.0.0.1:0"], more);
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                var house = new RunningHouse(process, new Uri(line[(at + Listening.Length)..].Trim()), said);
                house._listening = Task.WhenAll(house.HearAsync(process.StandardOutput), house.HearAsync(process.StandardError));
                await house.WaitUntilOpenAsync();
                return house;
            }
        }
        throw new InvalidOperationException($"The house did not start: {said}{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Runs one command, as bin/alentour does, and returns its exit code and what it said.</summary>
    public static async Task<(int Code, string Said)> CommandAsync(string database, string folder, Mode mode, params string[] words)
    {
        using var process = Start(database, folder, mode, words);
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await wrong);
    }

    /// <summary>A person at a browser of their own, whose pages come from here.</summary>
    public HttpClient Visitor()
    {
        var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return visitor;
    }

    /// <summary>As a power cut, a full memory or an impatient person does it: no line of the house runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _listening;
    }

    async Task HearAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            lock (_said)
                _said.AppendLine(line);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    async Task WaitUntilOpenAsync()
    {
        using var visitor = Visitor();
        for (var i = 0; i < 1200; i++)
        {
            if ((await visitor.GetAsync("/healthz")).IsSuccessStatusCode)
                return;
            await Task.Delay(25);
        }
        throw new TimeoutException("The house did not open in 30 seconds.");
    }

    static Process Start(string database, string folder, Mode mode, string[] words, params (string Name, string Value)[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var word in words.Prepend(Path.Combine(AppContext.BaseDirectory, "Alentour.dll")))
            start.ArgumentList.Add(word);
        foreach (var (name, value) in more.Concat([("Alentour__Mode", mode.ToString()), ("Alentour__Database", database), ("Alentour__DataFolder", folder)]))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
