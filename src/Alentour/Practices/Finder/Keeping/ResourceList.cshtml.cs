using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Keeping;

/// <summary>/reglages/ressources: the list as its coordinator keeps it. Each press leads back here, with a way to undo it.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class ResourceListModel(KeptListings kept, KeepListing keep, HouseClock clock, Words words) : PageModel
{
    const int LongestTyped = 100;

    public KeptPage Kept { get; private set; } = null!;

    public string Typed { get; private set; } = "";

    public bool WithReceived { get; private set; }

    /// <summary>What was just done, and to which entry; null when nothing was.</summary>
    public (string Gesture, ListedEntry Entry)? Done { get; private set; }

    /// <summary>When the entry that was just verified had been verified before, for who pressed by mistake.</summary>
    public string? Before { get; private set; }

    /// <summary>The text key of why nothing was done.</summary>
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(string? q, string? tout, [FromQuery] string? page, string? fait, string? fiche, CancellationToken stop)
    {
        if (fait is "verifiee" or "retiree" or "remise" or "ajoutee" or "gardee" or "annulee" && fiche is not null && await kept.AtAsync(fiche, stop) is { } entry)
            Done = (fait, entry);
        Before = Day(Request.Query["avant"]) is { } day ? Text(day) : null;
        await LookAsync(q, tout, page, stop);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Press press, CancellationToken stop)
    {
        try
        {
            switch (press.Geste)
            {
                case "verifier" when press.Fiche is not null && await kept.AtAsync(press.Fiche, stop) is { } entry:
                    await keep.VerifyAsync(entry.Slug, clock.Now.Day, stop);
                    return To("verifiee", press, entry.Sheet.VerifiedOn);
                case "annuler" when press.Fiche is not null:
                    await keep.VerifyAsync(press.Fiche, Day(press.Avant) is { } before && before <= clock.Now.Day ? before : null, stop);
                    return To("annulee", press, null);
                case "remettre" when press.Fiche is not null:
                    await keep.PutBackAsync(press.Fiche, stop);
                    return To("remise", press, null);
                default:
                    return To(null, press, null);
            }
        }
        catch (RefusalException refusal)
        {
            (Refusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status409Conflict);
            await LookAsync(press.Q, press.Tout, press.Page, stop);
            return Page();
        }
    }

    /// <summary>Shortly: on a list of many, the whole sentence would be read many times.</summary>
    public string Verified(ListedEntry entry) => entry.Sheet.VerifiedOn is not { } day ? words["keeping.never"]
        : words[IsPastDate(entry) ? "keeping.verifiedLongAgo" : "listing.verified", ("date", DateWords.Date(day, words.Language))];

    public bool IsPastDate(ListedEntry entry) => VerifiedWords.IsPastDate(entry.Sheet.VerifiedOn, clock.Now.Day);

    public bool IsFresh(ListedEntry entry) => entry.Sheet.VerifiedOn == clock.Now.Day;

    public string? Lang(Bilingual text) => text.Spoken(words.Language) is var spoken && spoken != words.Language ? spoken.HtmlCode() : null;

    /// <summary>The address of another page of this view.</summary>
    public string Address(int page) => Address(Typed, WithReceived ? "1" : null, page.ToString(CultureInfo.InvariantCulture));

    static string Address(string? typed, string? all, string? page) => QueryString.Create(
        new[] { KeyValuePair.Create("q", typed), KeyValuePair.Create("tout", all), KeyValuePair.Create("page", page) }.Where(p => !string.IsNullOrEmpty(p.Value) && (p.Key, p.Value) != ("page", "1"))).ToString() is var query
        ? "/reglages/ressources" + query : "";

    async Task LookAsync(string? q, string? tout, string? page, CancellationToken stop)
    {
        (Typed, WithReceived) = ((q ?? "").Trim() is var typed && typed.Length > LongestTyped ? typed[..LongestTyped] : typed, tout == "1");
        Kept = await kept.ReadAsync(Typed, WithReceived, int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, stop);
    }

    StatusCodeResult To(string? done, Press press, DateOnly? before)
    {
        var view = Address(press.Q, press.Tout, press.Page);
        var told = done is null ? "" : $"{(view.Contains('?', StringComparison.Ordinal) ? "&" : "?")}fait={done}&fiche={Uri.EscapeDataString(press.Fiche!)}{(before is { } day ? "&avant=" + Text(day) : "")}";
        return this.SeeOther(view + told);
    }

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One press, and the view it was made in.</summary>
    public sealed record Press(string? Geste, string? Fiche, string? Avant, string? Q, string? Tout, string? Page);
}
