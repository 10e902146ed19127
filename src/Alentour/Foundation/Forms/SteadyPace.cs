using System.Diagnostics;

namespace Alentour.Foundation.Forms;

/// <summary>
/// An answer whose time tells nothing of what was found: it comes at the next beat after the work is done. A write that only one of two
/// questions needs would otherwise be seen on a slow disk, or while somebody else writes, by whoever holds a watch.
/// </summary>
public static class SteadyPace
{
    /// <summary>Longer than a durable write takes on an old disk, shorter than a person waits.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    public static async Task KeepAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await work();
        }
        finally
        {
            var spent = Stopwatch.GetElapsedTime(began);
            await Task.Delay((Math.Floor(spent / Beat) + 1) * Beat - spent);
        }
    }
}
