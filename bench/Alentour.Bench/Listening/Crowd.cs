using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Alentour.Bench.Listening;

/// <summary>Many pages that follow one topic, each on a bare line, and when each heard of a change.</summary>
sealed class Crowd : IDisposable
{
    // As a browser sends them: the house keeps them in memory for as long as the line is open.
    const string Headers = "Host: localhost\r\nUser-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36\r\n"
        + "Accept: text/event-stream\r\nAccept-Language: fr-CA,fr;q=0.9,en;q=0.8\r\nAccept-Encoding: gzip, deflate, br\r\nCache-Control: no-cache\r\n"
        + "Cookie: langue=fr; alentour=0123456789abcdef0123456789abcdef0123456789abcdef\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    readonly List<Line> _lines = [];
    readonly long[] _heardAt;
    readonly long[] _heard;
    TaskCompletionSource _all = new();
    long _wanted;
    int _missing;

    Crowd(int size) => (_heardAt, _heard) = (new long[size], new long[size]);

    public int Size => _heard.Length;

    /// <summary>Opens the lines, one when the last has heard the present number: people come, they do not storm.</summary>
    public static async Task<Crowd> OpenAsync(Uri server, int size)
    {
        var crowd = new Crowd(size);
        for (var who = 0; who < size; who++)
        {
            crowd.Expect(0, 1);
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(server.Host, server.Port);
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /follow/{who} HTTP/1.1\r\n{Headers}\r\n"));
            var line = new Line(crowd, who, socket);
            crowd._lines.Add(line);
            line.Read();
            await crowd._all.Task.WaitAsync(Patience);
        }
        return crowd;
    }

    /// <summary>One change, until each has heard of it. Milliseconds from the asking to each hearing.</summary>
    public async Task<IEnumerable<double>> ChangeAsync(HttpClient server)
    {
        Expect(_heard[0] + 1, Size);
        var asked = Stopwatch.GetTimestamp();
        await AskAsync(server);
        await _all.Task.WaitAsync(Patience);
        return _heardAt.Select(at => Stopwatch.GetElapsedTime(asked, at).TotalMilliseconds);
    }

    /// <summary>Changes without a pause for as long as <paramref name="time"/>, until each knows of the last. How many there were.</summary>
    public async Task<long> RushAsync(HttpClient server, TimeSpan time, int askers)
    {
        var before = _heard[0];
        var changes = 0L;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, askers).Select(async _ =>
        {
            for (; clock.Elapsed < time; Interlocked.Increment(ref changes))
                await AskAsync(server);
        }));
        for (var waiting = Stopwatch.StartNew(); _heard.Any(h => h < before + changes); await Task.Delay(BetweenLooks))
            if (waiting.Elapsed > Patience)
                throw new TimeoutException($"After {changes} changes somebody knows of {_heard.Min() - before} only.");
        return changes;
    }

    static async Task AskAsync(HttpClient server)
    {
        using var answer = await server.PostAsync("/change", null);
        answer.EnsureSuccessStatusCode();
    }

    void Expect(long number, int lines)
    {
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _missing = lines;
        Interlocked.Exchange(ref _wanted, number);
    }

    void Hear(int who, long number)
    {
        _heardAt[who] = Stopwatch.GetTimestamp();
        var before = Interlocked.Exchange(ref _heard[who], number);
        var wanted = Interlocked.Read(ref _wanted);
        if (number >= wanted && (before < wanted || wanted == 0) && Interlocked.Decrement(ref _missing) == 0)
            _all.TrySetResult();
    }

    public void Dispose()
    {
        foreach (var line in _lines)
            line.Dispose();
    }

    /// <summary>One line. Pieces end anywhere: what is known of the line of text that is being read stays from one to the next.</summary>
    sealed class Line : IDisposable
    {
        static readonly byte[] Word = "data: "u8.ToArray();

        readonly Crowd _crowd;
        readonly int _who;
        readonly Socket _socket;
        readonly SocketAsyncEventArgs _piece = new();
        int _matched;
        long _number;

        public Line(Crowd crowd, int who, Socket socket)
        {
            (_crowd, _who, _socket) = (crowd, who, socket);
            _piece.SetBuffer(new byte[2048]);
            _piece.Completed += (_, _) =>
            {
                if (Take())
                    Read();
            };
        }

        public void Read()
        {
            try
            {
                while (!_socket.ReceiveAsync(_piece) && Take())
                    continue;
            }
            catch (ObjectDisposedException)
            {
                // The crowd goes home.
            }
        }

        bool Take()
        {
            foreach (var letter in _piece.MemoryBuffer.Span[.._piece.BytesTransferred])
                Take(letter);
            return _piece.BytesTransferred > 0;
        }

        void Take(byte letter)
        {
            if (letter == '\n')
            {
                if (_matched == Word.Length)
                    _crowd.Hear(_who, _number);
                (_matched, _number) = (0, 0);
            }
            else if (_matched == Word.Length)
            {
                // « ici » is no number.
                (_matched, _number) = char.IsAsciiDigit((char)letter) ? (_matched, _number * 10 + letter - '0') : (-1, 0);
            }
            else
            {
                // -1: another line of text than the one that is looked for.
                _matched = _matched >= 0 && letter == Word[_matched] ? _matched + 1 : -1;
            }
        }

        public void Dispose()
        {
            _socket.Dispose();
            _piece.Dispose();
        }
    }
}
