using Alentour.Foundation.Texts;

namespace Alentour.Community.Organizations;

/// <summary>What an entry of the journal is about. All but the last three are choices of the house, on which members may record a decision; no guarantee is among them.</summary>
public enum JournalTopic
{
    Name,
    Mission,
    Languages,
    MemberTerm,
    Place,
    Hours,
    Way,
    Newcomers,
    Privacy,
    Story,
    Roles,
    Card,

    /// <summary>What /aide says of a crisis line: a fact that somebody checked, not a choice.</summary>
    Lines,
}

/// <summary>Who speaks in an entry, as a kind.</summary>
public enum JournalVoice
{
    /// <summary>Chosen at the opening of the house, by whoever set it up.</summary>
    Opening,
    Coordination,

    /// <summary>One member, confirmed by two others, none of whom held a role.</summary>
    Members,

    /// <summary>Whoever holds or held the role.</summary>
    Holder,

    /// <summary>From the machine, with bin/alentour.</summary>
    Machine,
}

/// <summary>What members decided: their words, the day and the place of the meeting, and how many were there.</summary>
public sealed record RecordedDecision(string Words, DateOnly On, string Where, int Present);

/// <summary>What an entry says: the choice before and after, in both languages, or a decision.</summary>
public sealed record JournalWords(Bilingual? Was = null, Bilingual? Became = null, RecordedDecision? Decision = null);

/// <summary>One entry of the public journal. It names no member.</summary>
public sealed record JournalEntry(Guid Id, DateOnly Day, JournalTopic Topic, JournalVoice Voice, JournalWords Words);

/// <summary>Where a choice of the house stands, by its entries.</summary>
/// <param name="Last">The latest choice or change.</param>
/// <param name="Decided">The members' decision on it, while no change came after; null: not decided yet.</param>
public sealed record StandingChoice(JournalTopic Topic, JournalEntry? Last, JournalEntry? Decided)
{
    public static bool IsChoice(JournalTopic topic) => topic is not (JournalTopic.Roles or JournalTopic.Card or JournalTopic.Lines);

    /// <summary>One for each choice that was made.</summary>
    /// <param name="entries">The newest first.</param>
    public static IReadOnlyList<StandingChoice> Of(IEnumerable<JournalEntry> entries) =>
        [.. from entry in entries
            where IsChoice(entry.Topic)
            group entry by entry.Topic into told
            orderby told.Key
            let first = told.First()
            select new StandingChoice(told.Key, told.FirstOrDefault(e => e.Voice != JournalVoice.Members), first.Voice == JournalVoice.Members ? first : null)];
}
