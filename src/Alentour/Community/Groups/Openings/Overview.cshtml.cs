using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Openings;

/// <summary>/groupes/{slug}/page: what the group's page says and does not say yet; published and withdrawn by its members; the group's own journal.</summary>
[ForMembers]
public sealed class OverviewModel(Me me, GroupDesk desk, GroupPages pages, GroupJournal journal, Words words) : PageModel
{
    public WrittenGroup Written { get; private set; } = null!;

    public IReadOnlyList<GroupEntry> Journal { get; private set; } = [];

    public string? Refusal { get; private set; }

    /// <summary>Just published, at an address after that of another group of the same name.</summary>
    public bool IsSecond { get; private set; }

    public bool HoldsRole => me.HoldsAny;

    /// <summary>What is missing, by address, with its name.</summary>
    public IReadOnlyList<(string Path, string Says)> Missing => [.. Written.Missing.Select(m => (m, m switch
    {
        "accords" => words["agreements.title"],
        "entendre" => words["hearing.title"],
        _ => words[$"page.section.{m.Split('/')[1]}"],
    }))];

    public async Task<IActionResult> OnGetAsync(string slug, string? adresse, CancellationToken stop)
    {
        IsSecond = adresse == "autre";
        return await LookAsync(slug, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? geste, CancellationToken stop)
    {
        if (!await LookAsync(slug, stop))
            return NotFound();
        try
        {
            if (geste == "publier" && Written.Missing.Any())
                throw new RefusalException("page.refusal.missing");
            if (geste == "publier" && !Written.Group.IsShown)
            {
                var (published, isSecond) = await pages.PublishAsync(Written.Own, Written.Group, stop);
                await desk.TellAsync(stop);
                return this.SeeOther($"/groupes/{published}/page{(isSecond ? "?adresse=autre" : "")}");
            }
            if (geste == "retirer")
            {
                await pages.WithdrawAsync(Written.Own, stop);
                await desk.TellAsync(stop);
            }
        }
        catch (RefusalException refusal)
        {
            if (!await LookAsync(slug, stop))
                return NotFound();
            (Refusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
        return this.SeeOther($"/groupes/{slug}/page");
    }

    /// <summary>What a published page must have: the sections and the agreements.</summary>
    public int Parts => PageSection.All.Count + 1;

    public int PartsWritten => PageSection.All.Count(s => s.IsWritten(Written.Group)) + (Written.Shown.Agreement is null ? 0 : 1);

    /// <summary>A section is written, or what it still must say.</summary>
    public string Say(PageSection part) => part.IsWritten(Written.Group) ? words["page.written"]
        : words["page.toWriteWhat", ("what", string.Join("; ", part.Missing(Written.Group).Select(f => words[$"page.field.{f}"])))];

    public string Say(GroupEntry entry) => words[$"page.journal.{entry.Act}", ("day", DateWords.Date(entry.Day, words.Language)), ("was", Named(entry, entry.Was)), ("became", Named(entry, entry.Became))];

    // The number of the agreements is a number: read as an enum, 1 would be who runs the group.
    string Named(GroupEntry entry, string? what) =>
        entry.Act == GroupAct.Stewardship && Enum.TryParse<GroupStewardship>(what, out var known) && Enum.IsDefined(known) ? words[$"group.stewardship.{known}"].TrimEnd('.') : what ?? "";

    async Task<bool> LookAsync(string slug, CancellationToken stop)
    {
        if (await desk.OfAsync(me, slug, stop) is not { } written)
            return false;
        (Written, Journal) = (written, await journal.OfAsync(written.Own, stop));
        return true;
    }
}
