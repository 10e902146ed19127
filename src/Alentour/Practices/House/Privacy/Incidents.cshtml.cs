using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Privacy;

/// <summary>/reglages/incidents: the register, to read and to print.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class IncidentsModel(Me me, IncidentStore store, Words words) : PageModel
{
    public IReadOnlyList<Incident> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Entries = await store.ForStaffAsync(me, stop);

    public string Day(DateOnly day) => DateWords.Date(day, words.Language);

    /// <summary>A field as it is read; "" for nothing yet.</summary>
    public string Say(IncidentWords said, string field) => field == "connu" ? Day(said.KnownOn) : said[field] ?? "";
}

/// <summary>/reglages/incidents/nouveau, and /reglages/incidents/{id} to correct.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class IncidentEntryModel(Me me, IncidentStore store, HouseClock clock) : PageModel
{
    /// <summary>Null for a new one.</summary>
    public Incident? Entry { get; private set; }

    public Func<string, string?> Value { get; private set; } = _ => null;

    public (string Field, string TextKey)? Refusal { get; private set; }

    public string Key { get; private set; } = "";

    public int Seen { get; private set; }

    public string Today => clock.Now.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stop)
    {
        if (!await LookAsync(id, stop))
            return NotFound();
        (Key, Seen, Value) = (RetriedActs.NewKey(), Entry?.Version ?? 0, field => Entry?.Words[field]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, [FromForm] string? cle, [FromForm] int vu, CancellationToken stop)
    {
        if (!await LookAsync(id, stop))
            return NotFound();
        (Key, Seen, Value) = (cle ?? "", vu, field => Request.Form[field]);
        try
        {
            var words = IncidentWords.Read(Value, clock.Now.Day);
            await (Entry is { } entry ? store.CorrectAsync(entry.Id, vu, words, stop) : store.WriteAsync(me, words, cle, stop));
        }
        catch (IncidentRefusedException refusal)
        {
            return Refuse(refusal.Field, refusal.TextKey);
        }
        catch (RefusalException meanwhile)
        {
            // They read that somebody was faster: the next press is meant.
            Seen = Entry?.Version ?? 0;
            return Refuse("", meanwhile.TextKey);
        }
        return this.SeeOther("/reglages/incidents");
    }

    PageResult Refuse(string field, string textKey)
    {
        (Refusal, Response.StatusCode) = ((field, textKey), StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    async Task<bool> LookAsync(string id, CancellationToken stop)
    {
        if (id == "nouveau")
            return true;
        Entry = Guid.TryParse(id, out var entry) ? (await store.ForStaffAsync(me, stop)).FirstOrDefault(e => e.Id == entry) : null;
        return Entry is not null;
    }
}
