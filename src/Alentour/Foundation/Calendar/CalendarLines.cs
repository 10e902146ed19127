using System.Text;

namespace Alentour.Foundation.Calendar;

/// <summary>
/// The lines of RFC 5545 part 3.1: CRLF at the end of each, folded so that none passes 75 octets of UTF-8,
/// never inside a code point (old readers break a cut é).
/// </summary>
internal sealed class CalendarLines
{
    private const int MostOctets = 75;

    private readonly StringBuilder _text = new();

    public void Begin(string component) => Add("BEGIN", component);

    public void End(string component) => Add("END", component);

    /// <summary>A line whose value is already written as its type asks.</summary>
    public void Add(string name, string value) => Fold($"{name}:{value}");

    /// <summary>A line of words, escaped; no line when there are none.</summary>
    public void AddWords(string name, string? words)
    {
        if (!string.IsNullOrWhiteSpace(words)) Add(name, CalendarText.Escape(words));
    }

    public override string ToString() => _text.ToString();

    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            octets += rune.Utf8SequenceLength;
            if (octets > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1 + rune.Utf8SequenceLength;
            }
            _text.Append(rune);
        }
        _text.Append("\r\n");
    }
}
