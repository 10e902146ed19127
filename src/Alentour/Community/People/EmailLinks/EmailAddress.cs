using System.Net.Mail;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.EmailLinks;

/// <summary>An address as people type it, and as it is written to.</summary>
public static class EmailAddress
{
    /// <summary>RFC 5321: the longest that a mail server takes.</summary>
    public const int Longest = 254;

    /// <summary>Lower letters, without spaces at the ends: two ways to type one address are one.</summary>
    /// <exception cref="RefusalException">It is no plain address: something@somewhere.example, in letters that every mail server takes.</exception>
    public static string Read(string? typed)
    {
        var address = (typed ?? "").Trim().ToLowerInvariant();
        var isPlain = address.Length is > 2 and <= Longest && address.All(c => c is > ' ' and < '\x7f' and not ('<' or '>' or '"' or ',' or ';' or '(' or ')' or '\\'))
            && address.Count(c => c == '@') == 1 && address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..].Split('.') is { Length: > 1 } parts && parts.All(p => p.Length > 0)
            && MailAddress.TryCreate(address, out _);
        return isPlain ? address : throw new RefusalException("emailLink.refusal.noAddress");
    }
}
