using System.Text;
using Alentour.Tests.Cast.Listening;

namespace Alentour.Tests.Foundation.Live;

/// <summary>Whoever counts events must not miscount because of where the pieces end (stack.md, trap 17).</summary>
public sealed class EventReaderRules
{
    const string Stream = "retry: 700\n\nid: 41\ndata: 41\n\n:\n\nid: 42\ndata: dès l’été\ndata: encore\n\nevent: fin\ndata: fin\n\ndata: half";

    static readonly HeardEvent[] Heard = [new("message", "41", "41"), new("message", "dès l’été\nencore", "42"), new("fin", "fin", "42")];

    [Fact]
    public void Wherever_a_piece_ends_the_same_events_are_heard()
    {
        var bytes = Encoding.UTF8.GetBytes(Stream);
        for (var size = 1; size <= bytes.Length; size++)
            for (var first = 1; first <= size; first++)
                Check(bytes, first, size);
    }

    [Fact]
    public void Lines_end_as_each_server_ends_them()
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
            Check(Encoding.UTF8.GetBytes(Stream.Replace("\n", end, StringComparison.Ordinal)), 3, 3);
    }

    [Fact]
    public void What_has_no_words_is_no_event() => Assert.Empty(new EventReader().Take("event: fin\n\nid: 3\n\n"u8));

    static void Check(byte[] bytes, int first, int size)
    {
        var reader = new EventReader();
        var heard = new List<HeardEvent>(reader.Take(bytes.AsSpan(0, Math.Min(first, bytes.Length))));
        for (var at = first; at < bytes.Length; at += size)
            heard.AddRange(reader.Take(bytes.AsSpan(at, Math.Min(size, bytes.Length - at))));
        Assert.Equal(Heard, heard);
        Assert.Equal(1, reader.Comments);
        Assert.Equal(TimeSpan.FromMilliseconds(700), reader.Retry);
    }
}
