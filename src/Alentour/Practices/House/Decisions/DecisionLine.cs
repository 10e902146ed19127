using Alentour.Community.People;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.House.Decisions;

/// <summary>On /aujourdhui: a decision waits for whoever was there too. Not shown to whoever holds a role.</summary>
sealed class DecisionLine(DecisionStore decisions, Words words) : ITodayLine
{
    public async Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop) =>
        !me.HoldsAny && (await decisions.ForMemberAsync(me, stop)).Any(d => !d.IsMine)
            ? [new(TodayPlace.Free, words["decision.line"], words["decision.lineText"], "/maison/decisions")] : [];
}
