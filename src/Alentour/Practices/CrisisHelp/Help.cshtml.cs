using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.CrisisHelp;

/// <summary>
/// Who answers at this hour: from memory, with no database, session, cookie or script (guarantee 8); kept for the minute it names.
/// With ?hors-ligne=1, the same page without « now », for the worker to keep: hours stand in words.
/// </summary>
[WithoutStore]
public sealed class HelpModel(CrisisLineFile file, TimeProvider time, Words words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "hors-ligne")]
    public string? Offline { get; set; }

    public CrisisLines Lines { get; private set; } = null!;

    public LinesAtThisHour Hour { get; private set; } = null!;

    public bool IsForOffline => Offline == "1";

    /// <summary>"2 h 10".</summary>
    public string Clock => DateWords.Time(TimeOnly.FromDateTime(Hour.Clock), words.Language);

    public DateOnly Today => DateOnly.FromDateTime(Hour.Clock);

    /// <summary>The line under the thumb; offline, the first of the list.</summary>
    public CrisisLine? First => IsForOffline ? Lines.All.MinBy(l => l.Order) : Hour.First;

    /// <summary>What may be said of <see cref="First"/> at this hour.</summary>
    public string FirstKey => Hour.Answering.Count switch { 0 => "help.mayAnswer", 1 => "help.answering", _ => "help.now.title" };

    /// <summary>The first line one can write to, when <see cref="First"/> is not one: nobody has to speak.</summary>
    public CrisisLine? SilentWay => First?.Text is null ? Hour.Answering.Concat(Hour.Unconfirmed).FirstOrDefault(l => l.Text is not null) : null;

    /// <summary>The text key of what part of the list was never checked by the house, or too long ago; null when all of it was.</summary>
    public string? UnconfirmedKey => Lines.All.All(l => !l.IsToBeChecked(Today)) ? null : Lines.All.All(l => l.ConfirmedOn is null) ? "help.list.unconfirmed" : "help.list.partly";

    /// <summary>Whether nobody says of some line if it may send the police: said once below, shortly at each line (domain.md 2.16).</summary>
    public bool IsAlertUnknown => Lines.All.Any(l => l.MayAlertWithoutConsent is null);

    public void OnGet()
    {
        Lines = file.Now;
        Hour = Lines.At(time.GetUtcNow());
        Response.Headers.CacheControl = "no-cache";
    }

    /// <summary>In order, without the line that stands first on the page.</summary>
    public IReadOnlyList<CrisisLine> Others(IEnumerable<CrisisLine> lines) => [.. lines.Where(l => l != First).OrderBy(l => l.Order)];

    public LineOnPage Show(CrisisLine line) => new(line, Today, OpeningWords.Say(line.Opening, words), false, null);

    public LineOnPage Show(ClosedLine closed) =>
        Show(closed.Line) with { Hours = OpeningWords.SayNext(closed, Hour.Clock, words) };

    public LineOnPage ShowFirst(CrisisLine line) => Show(line) with { IsFirst = true, SilentWay = SilentWay };
}

/// <param name="Hours">When it answers, in words.</param>
/// <param name="SilentWay">Another line to write to, when this one cannot be.</param>
public sealed record LineOnPage(CrisisLine Line, DateOnly Today, string Hours, bool IsFirst, CrisisLine? SilentWay)
{
    /// <summary>The text keys of what no source says of this line.</summary>
    public IEnumerable<string> NotKnown()
    {
        if (Line.Cost is null)
            yield return "help.unknown.cost";
        if (Line.MayAlertWithoutConsent is null)
            yield return "help.unknown.alert";
    }
}
