using System.Security.Cryptography;
using Alentour.Community.People;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Circles.Seats;

/// <summary>
/// What whoever no longer wishes to see somebody reads before they enter; for anybody else it is empty. A page that waits grows old: its form
/// says whom it showed, so that nobody is seated beside somebody whom they have not read of.
/// </summary>
static class BlockedThere
{
    /// <summary>Some bytes of a digest: enough to tell people of one circle apart, and nobody by.</summary>
    const int MarkBytes = 6;

    /// <summary>Whom a page showed, as its form sends it back; empty where it showed nobody.</summary>
    public static string Marks(Guid circle, IEnumerable<Block> shown) => string.Join('-', shown.Select(b => Mark(circle, b.PersonId)).Order(StringComparer.Ordinal));

    /// <summary>Whether somebody sits there whom this person blocked.</summary>
    /// <param name="blocks">All whom this person no longer wishes to see.</param>
    public static bool IsAny(Circle circle, IReadOnlyCollection<Block> blocks) => circle.Here.Any(s => blocks.Any(b => b.PersonId == s.PersonId));

    /// <summary>Takes nobody in whose page did not show that somebody they blocked sits there.</summary>
    /// <param name="blocks">All whom this person no longer wishes to see.</param>
    /// <param name="seen">The marks that their form brought.</param>
    /// <exception cref="RefusalException">Somebody sat down meanwhile.</exception>
    public static void RefuseUnread(Circle circle, IReadOnlyCollection<Block> blocks, string? seen)
    {
        var read = (seen ?? "").Split('-');
        if (IsAny(circle, [.. blocks.Where(b => !read.Contains(Mark(circle.Id, b.PersonId)))]))
            throw new RefusalException("circle.refusal.blockedThere");
    }

    static string Mark(Guid circle, Guid person) => Convert.ToHexStringLower(SHA256.HashData([.. circle.ToByteArray(), .. person.ToByteArray()]).AsSpan(0, MarkBytes));
}
