using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.House.Decisions;

/// <summary>A decision of the members on a choice of the house, told by one who was there, until two others have confirmed it.</summary>
/// <param name="Voices">How many have told or confirmed it so far.</param>
/// <param name="IsMine">Whether the person who looks is one of them.</param>
public sealed record HouseDecision(Guid Id, JournalTopic Topic, RecordedDecision Told, int Voices, bool IsMine)
{
    /// <summary>One tells, two confirm.</summary>
    public const int VoicesNeeded = 3;

    /// <summary>A decision that nobody confirms is no decision.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Days that an account must have lasted to speak on a decision: an evening's three new accounts are not three members who were there.</summary>
    public const int DaysKnown = 7;

    public int Missing => Math.Max(0, VoicesNeeded - Voices);
}

/// <summary>What a member typed who tells a decision.</summary>
public sealed record ToldDecision(string? Topic, string? Words, string? Day, string? Place, string? Present)
{
    public const int LongestWords = 600;
    public const int LongestPlace = 120;

    /// <summary>What they told, or the text keys of what does not fit, by field.</summary>
    public (JournalTopic Topic, RecordedDecision Told)? Understand(DateOnly today, IDictionary<string, string> refusals)
    {
        if (!Enum.TryParse<JournalTopic>(Topic, out var topic) || !StandingChoice.IsChoice(topic))
            refusals["choix"] = "decision.refusal.topic";
        Check("mots", Words, LongestWords, "decision.refusal.words", refusals);
        if (!DateOnly.TryParseExact(Day?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > today)
            refusals["jour"] = "decision.refusal.day";
        Check("lieu", Place, LongestPlace, "decision.refusal.place", refusals);
        // Three tell it: three were there.
        if (!int.TryParse(Present?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var present) || present is < HouseDecision.VoicesNeeded or > 100_000)
            refusals["presents"] = "decision.refusal.present";
        return refusals.Count > 0 ? null : (topic, new RecordedDecision(Clean(Words, LongestWords)!, day, Clean(Place, LongestPlace)!, present));
    }

    static void Check(string field, string? typed, int longest, string refusal, IDictionary<string, string> refusals)
    {
        if (Clean(typed, longest) is not { } text)
            refusals[field] = refusal;
        // It will be public: signs that turn the line round would make it say something else.
        else if (VisibleText.HidesSigns(text))
            refusals[field] = "form.refusal.hiddenSigns";
    }

    static string? Clean(string? typed, int longest) => typed?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text && text.Length <= longest ? text : null;
}

/// <summary>A decision that stands in the journal, as a member sees it who may contest it.</summary>
/// <param name="IsContested">Some member says that it was not so; nobody reads who, nor how many.</param>
/// <param name="IsMine">The person who looks is one of them.</param>
public sealed record StandingDecision(JournalEntry Entry, bool IsContested, bool IsMine);
