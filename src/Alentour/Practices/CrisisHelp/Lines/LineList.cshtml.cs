using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>/reglages/lignes: the crisis lines as their coordinator confirms them, in the order of /aide.</summary>
[ForRole(RoleKind.Coordinator)]
public sealed class LineListModel(LineStore lines, KeepLines keep, HouseClock clock, Words words) : PageModel
{
    public IReadOnlyList<KeptLine> Lines { get; private set; } = [];

    public IReadOnlyList<KeptLine> Withdrawn { get; private set; } = [];

    /// <summary>What was just done, and to which line.</summary>
    public (string Gesture, KeptLine Line)? Done { get; private set; }

    /// <summary>When the line that was just confirmed had been confirmed before.</summary>
    public string? Before { get; private set; }

    public string? Refusal { get; private set; }

    public async Task OnGetAsync(string? fait, string? ligne, string? avant, CancellationToken stop)
    {
        await LookAsync(stop);
        if (fait is "confirmee" or "annulee" or "retiree" or "remise" or "ajoutee" or "gardee" && Lines.Concat(Withdrawn).FirstOrDefault(l => l.Key == ligne) is { } line)
            Done = (fait, line);
        Before = Day(avant) is null ? null : avant;
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? geste, [FromForm] string? ligne, [FromForm] string? avant, CancellationToken stop)
    {
        try
        {
            var (key, today) = (ligne ?? "", clock.Now.Day);
            var before = (await lines.AllAsync(stop)).FirstOrDefault(l => l.Key == key)?.Line.ConfirmedOn;
            switch (geste)
            {
                case "confirmer":
                    await keep.ConfirmAsync(key, today, stop);
                    return To("confirmee", key, before);
                case "annuler":
                    await keep.UnconfirmAsync(key, Day(avant) is { } day && day <= today ? day : null, today, stop);
                    return To("annulee", key, null);
                case "remettre":
                    await keep.SetWithdrawnAsync(key, false, today, stop);
                    return To("remise", key, null);
                default:
                    return To(null, key, null);
            }
        }
        catch (RefusalException refusal)
        {
            (Refusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status409Conflict);
            await LookAsync(stop);
            return Page();
        }
    }

    public string Hours(CrisisLine line) => OpeningWords.Say(line.Opening, words);

    public bool IsFresh(CrisisLine line) => line.ConfirmedOn == clock.Now.Day;

    public bool IsPastDate(CrisisLine line) => line.ConfirmedOn is not null && line.IsToBeChecked(clock.Now.Day);

    public string Confirmed(CrisisLine line) => line.ConfirmedOn is { } day
        ? words[line.IsToBeChecked(clock.Now.Day) ? "help.line.old" : "help.line.confirmed", ("date", DateWords.Date(day, words.Language))]
        : words["lines.never"];

    /// <summary>Whether police or an ambulance may come without the person's yes, shortly.</summary>
    public string Police(CrisisLine line) => line.MayAlertWithoutConsent is { } alert
        ? $"{words.Of(alert.Says)} {(alert.ConfirmedOn is { } asked ? words["help.alert.confirmed", ("date", Date(asked)), ("source", alert.Source)] : words["help.alert.unconfirmed", ("date", Date(alert.StatedOn)), ("source", alert.Source)])}"
        : words["lines.police.unknown"];

    string Date(DateOnly day) => DateWords.Date(day, words.Language);

    public string? Lang(Bilingual text) => text.Spoken(words.Language) is var spoken && spoken != words.Language ? spoken.HtmlCode() : null;

    async Task LookAsync(CancellationToken stop)
    {
        var all = await lines.AllAsync(stop);
        (Lines, Withdrawn) = ([.. all.Where(l => !l.IsWithdrawn)], [.. all.Where(l => l.IsWithdrawn)]);
    }

    StatusCodeResult To(string? done, string key, DateOnly? before)
    {
        return this.SeeOther("/reglages/lignes" + (done is null ? "" : $"?fait={done}&ligne={Uri.EscapeDataString(key)}" + (before is { } day ? $"&avant={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")));
    }

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
