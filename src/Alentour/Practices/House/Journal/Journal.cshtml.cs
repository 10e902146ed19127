using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Journal;

/// <summary>/maison/journal: what the house chose and whether members decided it, then every change, the newest first. It names no member.</summary>
public sealed class JournalModel(HouseMarks marks, HouseStore houses, Words words) : PageModel
{
    /// <summary>What changed or was decided since the opening.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    /// <summary>What was chosen on one day at the opening: named once, since each choice says itself above or where it was changed.</summary>
    public IReadOnlyList<(DateOnly Day, string Topics)> Openings { get; private set; } = [];

    public IReadOnlyList<MarkedChoice> Choices { get; private set; } = [];

    public IReadOnlySet<Guid> Contested { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (await houses.ForPublicAsync(stop) is null)
            return;
        (var all, Choices, Contested) = await marks.ForPublicAsync(stop);
        Entries = [.. all.Where(e => e.Voice != JournalVoice.Opening || !StandingChoice.IsChoice(e.Topic))];
        Openings = [.. all.Except(Entries).GroupBy(e => e.Day).Select(day => (day.Key, string.Join("; ", day.OrderBy(e => e.Topic).Select(e => words[$"journal.topic.{e.Topic}"]))))];
    }

    public string Day(DateOnly day) => DateWords.Date(day, words.Language);

    /// <summary>« choisi à l'ouverture, pas encore décidé par les membres », until a decision stands.</summary>
    public string Mark(MarkedChoice marked) => marked.IsContested ? $"{Mark(marked.Choice)}. {words["contest.mark"]}" : Mark(marked.Choice);

    string Mark(StandingChoice choice) =>
        choice.Decided?.Words.Decision is { } decision ? words["journal.mark.decided", ("date", Day(decision.On))]
        : choice.Last is { Voice: JournalVoice.Opening } ? words["journal.mark.opening"]
        : words["journal.mark.changed", ("date", Day(choice.Last?.Day ?? default))];

    public string Meeting(RecordedDecision decision) =>
        words.Count("journal.meeting", decision.Present, ("date", Day(decision.On)), ("place", decision.Where));
}
