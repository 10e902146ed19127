using Alentour.Foundation.Texts;

namespace Alentour.Community.People.WaysBack;

/// <summary>On /aujourdhui: a way back that waits for this person's word; and, whenever, the page where one is begun.</summary>
sealed class WayBackLines(WayBackActs acts, Words words) : ITodayLine
{
    public async Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop)
    {
        var lines = new List<TodayLine> { new(TodayPlace.Free, words["wayBack.title"], words["wayBack.line"], "/retours") };
        var waiting = (await acts.ForAsync(me, stop)).Where(w => w.MayConfirm(me.Id)).ToList();
        if (waiting.Count == 0)
            return lines;
        var names = (await acts.CompanionsAsync(me, stop)).ToDictionary(c => c.PersonId, c => c.Name);
        lines.AddRange(waiting.Select(w => new TodayLine(TodayPlace.First,
            words["wayBack.toConfirm", ("name", w.AskedName ?? (w.PersonId is { } p ? names.GetValueOrDefault(p) : null) ?? words["wayBack.somebody"])], words["wayBack.toConfirmText"], "/retours")));
        return lines;
    }
}
