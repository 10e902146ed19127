using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Alentour.Tests.Cast.Listening;

/// <summary>A page that follows something live on a bare line, with the headers of a browser; it reads only when it is told to.</summary>
public sealed class SilentPage : IDisposable
{
    const string Headers = "Host: localhost\r\nUser-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36\r\n"
        + "Accept: text/event-stream\r\nAccept-Language: fr-CA,fr;q=0.9,en;q=0.8\r\nAccept-Encoding: gzip, deflate, br\r\nCache-Control: no-cache\r\n"
        + "Cookie: langue=fr; alentour=0123456789abcdef0123456789abcdef0123456789abcdef\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly Socket _line;

    SilentPage(Socket line) => _line = line;

    /// <param name="room">How many bytes the machine keeps for it at most.</param>
    public static async Task<SilentPage> OpenAsync(Uri house, string path, int? room = null)
    {
        var line = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        if (room is { } bytes)
            line.ReceiveBufferSize = bytes;
        await line.ConnectAsync("127.0.0.1", house.Port);
        await line.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{Headers}\r\n"));
        return new SilentPage(line);
    }

    /// <summary>Reads until these words have come, and returns all that came with them.</summary>
    /// <exception cref="IOException">The line ended without them.</exception>
    public async Task<string> UntilAsync(string words)
    {
        var heard = new StringBuilder();
        for (var waiting = Stopwatch.StartNew(); !heard.ToString().Contains(words, StringComparison.Ordinal);)
        {
            // Looked at and read without waiting in it: a socket that waits keeps a buffer of its own, which would be weighed as the house's.
            if (_line.Available > 0)
                heard.Append(Read());
            else if (waiting.Elapsed > Patience || _line.Poll(0, SelectMode.SelectRead) && _line.Available == 0)
                throw new IOException($"The line ended, or was silent, after {heard}");
            else
                await Task.Delay(5);
        }
        return heard.ToString();
    }

    string Read()
    {
        Span<byte> piece = stackalloc byte[1024];
        return Encoding.ASCII.GetString(piece[.._line.Receive(piece)]);
    }

    public void Dispose() => _line.Dispose();
}
