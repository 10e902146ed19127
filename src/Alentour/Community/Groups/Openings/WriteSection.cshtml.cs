using Alentour.Community.Groups.Hearing;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.Groups.Openings;

/// <summary>/groupes/{slug}/page/{section}: one part of the page, kept at once. Of two who write at once one is kept; the other keeps what they typed.</summary>
[ForMembers]
public sealed class WriteSectionModel(Me me, GroupDesk desk, GroupPages pages, GroupJournal journal) : PageModel
{
    public WrittenGroup Written { get; private set; } = null!;

    public PageSection Section { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = null!;

    public int Seen { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>A telephone number stands in words that everybody reads: it is kept once that is said to be meant.</summary>
    public bool AsksNumber { get; private set; }

    public bool IsMeanwhile => Refusal == "pen.refusal.meanwhile";

    public async Task<IActionResult> OnGetAsync(string slug, string section, CancellationToken stop)
    {
        if (!await LookAsync(slug, section, stop))
            return NotFound();
        (Sheet, Seen) = (new Sheet(field => Section.Read(Written.Group, field)), Written.Group.Version);
        if (me.HoldsAny)
            Refusal = "pen.refusal.role";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string section, [FromForm] int vu, CancellationToken stop)
    {
        if (!await LookAsync(slug, section, stop))
            return NotFound();
        var form = await Request.ReadFormAsync(stop);
        (Sheet, Seen) = (new Sheet(field => form.TryGetValue(field, out var typed) ? typed.ToString() : null), vu);
        var written = Section.Write(Sheet, Written.Group);
        AsksNumber = !Sheet.Has("public", "oui") && Section.Fields.Any(f => f.As == AskedAs.Words && PublicNumber.IsNew(Section.Read(Written.Group, f.Name), Sheet[f.Name]));
        try
        {
            if (Sheet.IsSound && !AsksNumber)
            {
                RefuseSilence();
                await pages.KeepAsync(Written.Own, vu, written, Entry(), stop);
                if (Written.Group.IsShown)
                    await desk.TellAsync(stop);
                return this.SeeOther($"/groupes/{slug}/page");
            }
        }
        catch (RefusalException refusal)
        {
            if (!await LookAsync(slug, section, stop))
                return NotFound();
            // What was typed stays, over the page as it is now: a second press, knowing it, is kept.
            (Refusal, Seen) = (refusal.TextKey, Written.Group.Version);
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>A group that shows meetings only from afar says first how people hear each other.</summary>
    void RefuseSilence()
    {
        if (Section is MeetingSection && Written.Group.IsShown && Written.Hearing is null && !Sheet.Has("facon-Room", "oui"))
            throw new RefusalException("hearing.refusal.first");
    }

    /// <summary>Who runs a group that the world sees changes by a decision of the group, told in its journal (R057).</summary>
    GroupEntry? Entry() => Section is RunSection && Written.Group is { IsShown: true, Stewardship: var was } group && RunSection.Stewardship(Sheet, group) is var became && became != was
        ? journal.Now(GroupAct.Stewardship, was.ToString(), became.ToString(), Sheet.Text("decision", 300)) : null;

    async Task<bool> LookAsync(string slug, string section, CancellationToken stop)
    {
        if (PageSection.All.FirstOrDefault(s => s.Path == section) is not { } found || await desk.OfAsync(me, slug, stop) is not { } written)
            return false;
        (Section, Written) = (found, written);
        return true;
    }
}
