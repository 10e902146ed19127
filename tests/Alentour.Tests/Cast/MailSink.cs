using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alentour.Tests.Cast;

/// <summary>How a mail server behaves.</summary>
public enum MailManners
{
    Polite,

    /// <summary>« Come back later » to every address.</summary>
    Busy,

    /// <summary>Knows none of the addresses, for good.</summary>
    KnowsNobody,

    /// <summary>Cuts the line in the middle of the letter.</summary>
    CutsMidway,

    /// <summary>Takes the letter over, says so, and cuts the line.</summary>
    CutsAfterwards,

    /// <summary>Takes the letter over and cuts the line before it has said so.</summary>
    TakesAndSaysNothing,

    /// <summary>Says nothing for a while at each letter.</summary>
    Slow,
}

/// <summary>A letter as the server took it over: headers and text as they were sent.</summary>
public sealed record Delivered(string From, string To, string Raw)
{
    public string Header(string name) => Raw.Split("\r\n\r\n")[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Single(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();

    /// <summary>The text, its quoted-printable read.</summary>
    public string Text
    {
        get
        {
            var body = Raw[(Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("=\r\n", "", StringComparison.Ordinal);
            var bytes = new List<byte>();
            for (var i = 0; i < body.Length; i++)
                if (body[i] == '=' && i + 2 < body.Length)
                {
                    bytes.Add(Convert.ToByte(body.Substring(i + 1, 2), 16));
                    i += 2;
                }
                else
                    bytes.Add((byte)body[i]);
            return Encoding.UTF8.GetString([.. bytes]);
        }
    }
}

/// <summary>A small mail server on this machine: it takes letters over SMTP and keeps them, with good or bad manners.</summary>
public sealed class MailSink : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentQueue<Delivered> _letters = new();
    int _open;
    int _mostOpen;

    MailSink()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public static MailSink Start() => new();

    public MailManners Manners { get; set; }

    public IReadOnlyCollection<Delivered> Letters => _letters;

    /// <summary>The most lines that were open at one moment.</summary>
    public int MostOpen => _mostOpen;

    /// <summary>The settings of a house that sends through it, as the environment names them.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("Alentour__PublicAddress", "http://localhost"), ("Alentour__Mail__Host", "127.0.0.1"),
        ("Alentour__Mail__Port", ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Alentour__Mail__From", "bonjour@lerivage.example"), ("Alentour__Mail__StartTls", "no"),
    ];

    async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
            _ = HearAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    async Task HearAsync(TcpClient line)
    {
        var open = Interlocked.Increment(ref _open);
        InterlockedMax(ref _mostOpen, open);
        try
        {
            using (line)
                await SpeakAsync(line);
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side hung up.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    async Task SpeakAsync(TcpClient line)
    {
        using var reader = new StreamReader(line.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(line.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var (from, to) = ("", "");
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(_stop.Token) is { } said)
        {
            var word = said.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "MAIL")
                from = said;
            if (word == "RCPT")
                to = said[(said.IndexOf('<', StringComparison.Ordinal) + 1)..said.IndexOf('>', StringComparison.Ordinal)];
            if (word == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                if (!await TakeAsync(reader, writer, from, to))
                    return;
                continue;
            }
            await writer.WriteLineAsync(Answer(word));
            if (word == "QUIT")
                return;
        }
    }

    string Answer(string word) => (word, Manners) switch
    {
        ("RCPT", MailManners.Busy) => "451 later, zoe@exemple.example is busy",
        ("RCPT", MailManners.KnowsNobody) => "550 nobody here is zoe@exemple.example",
        ("QUIT", _) => "221 bye",
        _ => "250 ok",
    };

    /// <summary>False when the line is to be cut.</summary>
    async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer, string from, string to)
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } row && row != ".")
        {
            if (Manners == MailManners.CutsMidway)
                return false;
            raw.Append(row.StartsWith('.') ? row[1..] : row).Append("\r\n");
        }
        if (Manners == MailManners.Slow)
            await Task.Delay(300, _stop.Token);
        _letters.Enqueue(new Delivered(from, to, raw.ToString()));
        if (Manners == MailManners.TakesAndSaysNothing)
            return false;
        await writer.WriteLineAsync("250 taken");
        return Manners != MailManners.CutsAfterwards;
    }

    static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        _stop.Dispose();
    }
}
