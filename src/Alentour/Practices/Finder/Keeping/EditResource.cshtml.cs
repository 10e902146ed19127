using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder.Keeping;

/// <summary>/reglages/ressources/fiche adds an entry; with its address after it, edits or withdraws it.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class EditResourceModel(Me me, KeptListings kept, KeepListing keep, HouseClock clock, Words words) : PageModel
{
    /// <summary>Null for one to be added.</summary>
    public ListedEntry? Entry { get; private set; }

    public Sheet Sheet { get; private set; } = null!;

    public int Seen { get; private set; }

    public string Key { get; private set; } = RetriedActs.NewKey();

    /// <summary>The text key of why nothing was kept.</summary>
    public string? Refusal { get; private set; }

    public string Action => "/reglages/ressources/fiche" + (Entry is null ? "" : "/" + Entry.Slug);

    public string Verified => VerifiedWords.Say(Entry!.Sheet.VerifiedOn, Entry.Sheet.Document is null && !Entry.IsAddedByHand ? Entry.Sheet.FoundOn : null, clock.Now.Day, words, Entry.Sheet.EditedOn);

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken stop)
    {
        if (!await FindAsync(slug, stop))
            return NotFound();
        Sheet = EntryFields.Of(Entry?.Sheet ?? Blank, Entry?.Meetings ?? [], words.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, [FromForm] string? geste, [FromForm] int vu, [FromForm] string? cle, CancellationToken stop)
    {
        if (!await FindAsync(slug, stop))
            return NotFound();
        if (geste == "retirer" && Entry is not null)
        {
            await keep.WithdrawAsync(Entry.Slug, stop);
            return To("retiree", Entry.Slug);
        }
        (Sheet, Key) = (new Sheet(field => Request.Form[field]), cle is { Length: > 0 and < 100 } ? cle : Key);
        var answered = EntryFields.Answer(Entry?.Sheet ?? Blank, Sheet, clock.Now.Day);
        var meetings = EntryFields.Meetings(Entry?.Meetings ?? [], Sheet);
        if (!Sheet.IsSound)
            return Again(StatusCodes.Status422UnprocessableEntity, vu);
        try
        {
            if (Entry is null)
                return To("ajoutee", await keep.AddAsync(me, answered, meetings, cle, stop));
            await keep.EditAsync(Entry.Slug, vu, answered, meetings, stop);
            return To("gardee", Entry.Slug);
        }
        catch (RefusalException refusal)
        {
            Refusal = refusal.TextKey;
            await FindAsync(slug, stop);
            return Again(StatusCodes.Status409Conflict, Seen);
        }
    }

    ListedSheet Blank => new() { Kind = EntryKind.Resource, Name = Bilingual.Empty, FoundOn = clock.Now.Day, Languages = ["fr"], IsFree = true };

    async Task<bool> FindAsync(string? slug, CancellationToken stop)
    {
        if (slug is null)
            return true;
        Entry = await kept.AtAsync(slug, stop);
        Seen = Entry?.Version ?? 0;
        return Entry is not null;
    }

    PageResult Again(int status, int seen)
    {
        (Response.StatusCode, Seen) = (status, seen);
        return Page();
    }

    StatusCodeResult To(string done, string slug)
    {
        return this.SeeOther($"/reglages/ressources?fait={done}&fiche={slug}");
    }
}
