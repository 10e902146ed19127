using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.House.Journal;

/// <summary>/maison/journal: what the house chose and whether members decided it, then every change, the newest first. It names no member.</summary>
public sealed class JournalModel(HouseJournal journal, HouseStore houses, Words words) : PageModel
{
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public IReadOnlyList<StandingChoice> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (await houses.ForPublicAsync(stop) is null)
            return;
        Entries = await journal.ForPublicAsync(stop);
        Choices = StandingChoice.Of(Entries);
    }

    public string Day(DateOnly day) => DateWords.Date(day, words.Language);

    /// <summary>« choisi à l'ouverture, pas encore décidé par les membres », until a decision stands.</summary>
    public string Mark(StandingChoice choice) =>
        choice.Decided?.Words.Decision is { } decision ? words["journal.mark.decided", ("date", Day(decision.On))]
        : choice.Last is { Voice: JournalVoice.Opening } ? words["journal.mark.opening"]
        : words["journal.mark.changed", ("date", Day(choice.Last?.Day ?? default))];

    public string Meeting(RecordedDecision decision) =>
        words.Count("journal.meeting", decision.Present, ("date", Day(decision.On)), ("place", decision.Where));
}
