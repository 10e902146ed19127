using Alentour.Community.People;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.House.Decisions;

/// <summary>Who speaks when members decide on a choice of the house.</summary>
static class Voices
{
    /// <exception cref="RefusalException">The person holds a role, or their account is younger than <see cref="HouseDecision.DaysKnown"/>.</exception>
    public static void MustSpeakAsMember(this Me me, DateOnly today)
    {
        if (me.WhyNotSpeak(today) is { } refusal)
            throw new RefusalException(refusal);
    }

    /// <summary>The text key of why this person does not speak here, or null.</summary>
    public static string? WhyNotSpeak(this Me me, DateOnly today) =>
        me.HoldsAny ? "decision.refusal.role" : me.Person.JoinedOn > today.AddDays(-HouseDecision.DaysKnown) ? "decision.refusal.tooNew" : null;
}
