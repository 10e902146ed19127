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

    readonly Func<string, Process> _start;
    readonly StringBuilder _said = new();
    Process _process;
    Task _listening = Task.CompletedTask;

    RunningHouse(Func<string, Process> start) => (_start, _process) = (start, start("http://127.0.0.1:0"));

    public Uri Address { get; private set; } = null!;

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
        var house = new RunningHouse(address => Start(database, folder, mode, ["--urls", address], more));
        await house.ListenAsync();
        return house;
    }

    /// <summary>Starts the house again that was killed, at the same address, and returns when it is open.</summary>
    public Task StartAgainAsync()
    {
        _process.Dispose();
        _process = _start(Address.GetLeftPart(UriPartial.Authority));
        return ListenAsync();
    }

    async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_said)
                _said.AppendLine(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                Address = new Uri(line[(at + Listening.Length)..].Trim());
                _listening = Task.WhenAll(HearAsync(_process.StandardOutput), HearAsync(_process.StandardError));
                await WaitUntilOpenAsync();
                return;
            }
        }
        throw new InvalidOperationException($"The house did not start: {Said}{await _process.StandardError.ReadToEndAsync()}");
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
