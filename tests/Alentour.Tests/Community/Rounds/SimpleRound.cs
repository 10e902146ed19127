using Alentour.Community.Rounds;

namespace Alentour.Tests.Community.Rounds;

/// <summary>A round written down a second time, plainly: who holds what, and who is next by looking at everybody. It knows nothing of the real one but what was done.</summary>
internal sealed partial class SimpleRound(TurnOrder order)
{
    readonly Dictionary<int, Somebody> _people = [];
    int _round, _asked;

    public RoundForm Form { get; private set; }

    public int? Holder { get; private set; }

    public bool Speaks { get; private set; }

    public IEnumerable<Somebody> People => _people.Values;

    /// <summary>Does what the real round did not refuse.</summary>
    public void Do(Deed deed)
    {
        var somebody = _people.GetValueOrDefault(deed.Who);
        Action act = deed.Kind switch
        {
            Kind.Arrive => () => Arrive(deed.Who),
            Kind.Leave when somebody is { IsHere: true } => () => Leave(somebody),
            Kind.Pass => () => Pass(somebody!),
            Kind.Later => () => Later(somebody!),
            Kind.Listen => () => Step(somebody!, listens: true),
            Kind.Rest => () => Step(somebody!, listens: false),
            Kind.TakePart when somebody is { IsHere: true } => () => TakePart(somebody),
            Kind.Ask => () => Ask(somebody!),
            Kind.Speak => () => Speaks = true,
            Kind.Done => () => Done(deed.Who),
            Kind.Object => () => Done(null),
            Kind.ComeBack when Speaks => () => Done(null),
            Kind.ComeBack or Kind.Wait => Miss,
            Kind.SetWhere => () => SetWhere(somebody!),
            Kind.Begin => () => Begin((RoundForm)(deed.Who % 4)),
            _ => () => Settle(null),
        };
        act();
    }

    void Pass(Somebody somebody)
    {
        End(somebody);
        Release(somebody);
    }

    void Later(Somebody somebody)
    {
        (somebody.Holds, somebody.CameLate) = (Holds.OnceMore, false);
        Release(somebody);
    }

    void Step(Somebody somebody, bool listens)
    {
        StepBack(somebody);
        (somebody.Listens, somebody.Pauses) = (somebody.Listens || listens, somebody.Pauses || !listens);
        Release(somebody);
    }

    void TakePart(Somebody somebody)
    {
        (somebody.Listens, somebody.Pauses) = (false, false);
        Settle(null);
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
