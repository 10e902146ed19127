using Alentour.Foundation.Forms;

namespace Alentour.Community.Groups;

/// <summary>How people of a group hear each other from afar: a telephone number and code that the group already has, a link elsewhere, or both.</summary>
public sealed record GroupHearing(string? Phone, string? Code, string? Link)
{
    /// <summary>As a member wrote it; null when all was left empty.</summary>
    public static GroupHearing? Of(Sheet sheet)
    {
        var (phone, code, link) = (sheet.Text("numero", 40), sheet.Text("code", 40), sheet.Text("lien", 300));
        if (phone is not null && phone.Count(char.IsAsciiDigit) < 10)
            sheet.Refuse("numero", "hearing.refusal.phone");
        if (code is not null && phone is null)
            sheet.Refuse("numero", "hearing.refusal.codeAlone");
        // http would let whoever stands between read who speaks with whom.
        if (link is not null && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            sheet.Refuse("lien", "hearing.refusal.link");
        return phone is null && link is null ? null : new GroupHearing(phone, code, link);
    }
}
