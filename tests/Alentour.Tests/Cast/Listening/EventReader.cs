using System.Text;

namespace Alentour.Tests.Cast.Listening;

/// <summary>One event of a stream as a page receives it; with the last number seen, as the browser would send it when it comes back.</summary>
public sealed record HeardEvent(string Kind, string Words, string LastId);

/// <summary>
/// Reads a stream of events as a browser does (HTML standard, 9.2.6), in whatever pieces it arrives: pieces end anywhere, in the middle of a
/// letter too (stack.md, trap 17).
/// </summary>
public sealed class EventReader
{
    readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    readonly StringBuilder _line = new();
    readonly StringBuilder _words = new();
    string _kind = "";
    string _lastId = "";
    bool _endedWithReturn;

    /// <summary>How many comments passed.</summary>
    public int Comments { get; private set; }

    /// <summary>How long the browser was asked to wait before it comes back; null when it was not.</summary>
    public TimeSpan? Retry { get; private set; }

    /// <summary>The events that this piece completes.</summary>
    public IReadOnlyList<HeardEvent> Take(ReadOnlySpan<byte> piece)
    {
        var letters = new char[piece.Length + 1];
        var count = _decoder.GetChars(piece, letters, flush: false);
        var heard = new List<HeardEvent>();
        foreach (var letter in letters.AsSpan(0, count))
        {
            if (letter is not ('\r' or '\n'))
                _line.Append(letter);
            else if ((letter != '\n' || !_endedWithReturn) && EndLine() is { } complete)
                heard.Add(complete);
            _endedWithReturn = letter == '\r';
        }
        return heard;
    }

    HeardEvent? EndLine()
    {
        var line = _line.ToString();
        _line.Clear();
        if (line.Length == 0)
            return Dispatch();
        if (line[0] == ':')
        {
            Comments++;
            return null;
        }
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (field, value) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..]);
        Field(field, value.StartsWith(' ') ? value[1..] : value);
        return null;
    }

    void Field(string field, string value)
    {
        switch (field)
        {
            case "event": _kind = value; break;
            case "data": _words.Append(value).Append('\n'); break;
            case "id" when !value.Contains('\0'): _lastId = value; break;
            case "retry" when value.Length > 0 && value.All(char.IsAsciiDigit): Retry = TimeSpan.FromMilliseconds(int.Parse(value, null)); break;
        }
    }

    HeardEvent? Dispatch()
    {
        var (kind, words) = (_kind, _words.ToString());
        _kind = "";
        _words.Clear();
        return words.Length == 0 ? null : new HeardEvent(kind.Length == 0 ? "message" : kind, words[..^1], _lastId);
    }
}
