using System.Globalization;
using System.Text;

namespace Alentour.Foundation.Live;

/// <summary>An event as the line carries it: its bytes are made once, and are the same for everybody.</summary>
sealed record LiveEvent(long Number)
{
    /// <summary>Keeps the line open through whatever stands between, and tells the page that it is: a line that died without a word would stay open for it.</summary>
    public static readonly ReadOnlyMemory<byte> Here = "event: ici\ndata: ici\n\n"u8.ToArray();

    /// <summary>The topic is over. It has words of its own: an event without any would not reach the page.</summary>
    public static readonly ReadOnlyMemory<byte> End = "event: fin\ndata: fin\n\n"u8.ToArray();

    public ReadOnlyMemory<byte> Bytes { get; } = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {Number}\ndata: {Number}\n\n"));

    /// <summary>How long a browser whose line was cut waits before it comes back: not all in the same moment.</summary>
    public static byte[] Retry() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: {Random.Shared.Next(500, 1500)}\n\n"));
}
