using Alentour.Community.Rounds;

namespace Alentour.Tests.Community.Rounds;

/// <summary>A round written down a second time, plainly: who holds what, and who is next by looking at everybody. It knows nothing of the real one but what was done.</summary>
internal sealed class SimpleRound(TurnOrder order)
{
    readonly Dictionary<int, Somebody> _people = [];
    int _round, _asked;

    public RoundForm Form { get; private set; }

    public int? Holder { get; private set; }

    public bool Speaks { get; private set; }

    public IEnumerable<Somebody> People => _people.Values;

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

    /// <summary>Does what the real round did not refuse.</summary>
    public void Do(Deed deed)
    {
        var somebody = _people.GetValueOrDefault(deed.Who);
        switch (deed.Kind)
        {
            case Kind.Arrive: Arrive(deed.Who); break;
            case Kind.Leave when somebody is { IsHere: true }: Leave(somebody); break;
            case Kind.Pass: End(somebody!); Release(somebody!); break;
            case Kind.Later: (somebody!.Holds, somebody.CameLate) = (Holds.OnceMore, false); Release(somebody); break;
            case Kind.Listen: StepBack(somebody!); somebody!.Listens = true; Release(somebody); break;
            case Kind.Rest: StepBack(somebody!); somebody!.Pauses = true; Release(somebody); break;
            case Kind.TakePart when somebody is { IsHere: true }: (somebody.Listens, somebody.Pauses) = (false, false); Settle(null); break;
            case Kind.Ask: Ask(somebody!); break;
            case Kind.Speak: Speaks = true; break;
            case Kind.Done: Done(deed.Who); break;
            case Kind.Object: Done(null); break;
            case Kind.ComeBack when Speaks: Done(null); break;
            case Kind.ComeBack or Kind.Wait: Miss(); break;
            case Kind.SetWhere: SetWhere(somebody!); break;
            case Kind.Begin: Begin((RoundForm)(deed.Who % 4)); break;
        }
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

    void End(Somebody somebody)
    {
        (somebody.Holds, somebody.WasHeard, somebody.Missed, somebody.CameLate, somebody.AskedAt) = (Holds.Nothing, true, false, false, 0);
        somebody.Turns++;
    }

    void Release(Somebody somebody)
    {
        if (Holder == somebody.Who)
            Holder = null;
        Settle(somebody.Who);
    }

    void Settle(int? after)
    {
        if (Holder is null && Form != RoundForm.Open && Line(after) is [var next, ..])
            Offer(next);
    }

    void Offer(int who) => (Holder, Speaks, _people[who].CameLate) = (who, false, false);

    void Arrive(int who)
    {
        if (!_people.TryGetValue(who, out var somebody))
            _people[who] = somebody = new Somebody(who, _people.Count + 1);
        if (somebody.IsHere)
            return;
        (somebody.IsHere, somebody.Pauses, somebody.CameLate) = (true, false, false);
        if (somebody.LeftIn != _round)
        {
            BeginFor(somebody);
            somebody.CameLate = order == TurnOrder.NewcomersFirst && somebody.IsNew && Form == RoundForm.Everyone;
        }
        Settle(null);
    }

    void Leave(Somebody somebody)
    {
        StepBack(somebody);
        (somebody.IsHere, somebody.LeftIn) = (false, _round);
        Release(somebody);
    }

    void StepBack(Somebody somebody)
    {
        if (Speaks && Holder == somebody.Who)
            End(somebody);
    }

    void Ask(Somebody somebody)
    {
        if (somebody.Holds == Holds.Nothing)
            (somebody.Holds, somebody.AskedAt) = (Holds.Turn, ++_asked);
        (somebody.Listens, somebody.Pauses) = (false, false);
        Settle(null);
    }

    void Done(int? to)
    {
        var speaker = _people[Holder!.Value];
        End(speaker);
        Holder = null;
        if (order == TurnOrder.Pebble && Front([.. _people.Values.Where(p => p.IsReady)]).Exists(p => p.Who == to))
            Offer(to!.Value);
        Settle(speaker.Who);
    }

    void Miss()
    {
        var holder = _people[Holder!.Value];
        if (holder.Missed)
            End(holder);
        else
            (holder.Holds, holder.Missed) = (Holds.OnceMore, true);
        Release(holder);
    }

    void SetWhere(Somebody somebody)
    {
        if (Holder is { } holder && holder != somebody.Who)
        {
            End(_people[holder]);
            if (somebody.IsReady)
                foreach (var before in Line(holder).TakeWhile(w => w != somebody.Who).Where(w => _people[w].Holds == Holds.Turn).ToList())
                    End(_people[before]);
        }
        (somebody.Holds, somebody.Listens, somebody.Pauses) = (Holds.Turn, false, false);
        Offer(somebody.Who);
        Speaks = true;
    }

    void Begin(RoundForm form)
    {
        (Form, Holder, _round) = (form, null, _round + 1);
        foreach (var somebody in _people.Values.Where(p => p.IsHere))
            BeginFor(somebody);
        Settle(null);
    }

    void BeginFor(Somebody somebody)
    {
        (somebody.Holds, somebody.Turns) = (Form is RoundForm.Everyone or RoundForm.Consent ? Holds.Turn : Holds.Nothing, 0);
        (somebody.Missed, somebody.CameLate, somebody.AskedAt) = (false, false, 0);
    }
}
