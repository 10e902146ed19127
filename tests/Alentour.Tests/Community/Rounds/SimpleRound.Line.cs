using Alentour.Community.Rounds;

namespace Alentour.Tests.Community.Rounds;

// Who is next: found by looking at everybody, one question after the other.
internal sealed partial class SimpleRound
{
    /// <summary>Everybody whose turn comes, one after the other.</summary>
    public List<int> Line(int? after)
    {
        var (line, left) = (new List<int>(), _people.Values.Where(p => p.IsReady && p.Who != Holder).ToList());
        while (left.Count > 0)
        {
            var next = Pick(left, after);
            line.Add(next.Who);
            left.Remove(next);
        }
        return line;
    }

    Somebody Pick(List<Somebody> ready, int? after)
    {
        var group = Front(ready);
        if (Form == RoundForm.WhoAsks)
            return group.MinBy(p => p.AskedAt)!;
        if (order == TurnOrder.NotYetHeard && group.Exists(p => !p.WasHeard))
            group = group.FindAll(p => !p.WasHeard);
        if (order == TurnOrder.NewcomersFirst)
            return Lowest(group.FindAll(p => p.CameLate)) ?? Lowest(group.FindAll(p => p.IsNew)) ?? Lowest(group)!;
        if (order == TurnOrder.Pebble && after is { } from)
            return Round(from).Select(who => group.Find(p => p.Who == who)).OfType<Somebody>().First();
        return Lowest(group.FindAll(p => !p.IsNew)) ?? Lowest(group)!;
    }

    /// <summary>Those among whom nobody has a reason to come before the others: whoever has not spoken before whoever has, whoever waits before whoever comes at the end.</summary>
    List<Somebody> Front(List<Somebody> ready)
    {
        if (Form == RoundForm.WhoAsks && ready.Exists(p => p.Turns == 0))
            ready = ready.FindAll(p => p.Turns == 0);
        return ready.Exists(p => p.Holds == Holds.Turn) ? ready.FindAll(p => p.Holds == Holds.Turn) : ready;
    }

    static Somebody? Lowest(List<Somebody> people) => people.MinBy(p => p.Number);

    /// <summary>Once round the circle, beginning beside this person; newcomers sit at the end.</summary>
    List<int> Round(int from)
    {
        var circle = _people.Values.OrderBy(p => p.IsNew).ThenBy(p => p.Number).Select(p => p.Who).ToList();
        var at = circle.IndexOf(from);
        return [.. circle.Skip(at + 1), .. circle.Take(at + 1)];
    }
}
