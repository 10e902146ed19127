using Alentour.Community.Rounds;
using FsCheck;
using FsCheck.Fluent;

namespace Alentour.Tests.Community.Rounds;

/// <summary>What somebody does to a round.</summary>
internal enum Kind
{
    Arrive,
    Leave,
    Pass,
    Later,
    Listen,
    Rest,
    TakePart,
    Ask,
    Sign,
    Speak,
    Done,
    Object,
    Withdraw,
    ComeBack,
    SetWhere,
    Wait,
    Begin,
}

/// <param name="Who">Of a few people, by number; for the end of a turn, to whom the pebble is handed.</param>
/// <param name="Late">How many turns (and, odd, one round) the page of whoever pressed was behind; 0 for a page of now.</param>
internal readonly record struct Deed(Kind Kind, int Who, int Late)
{
    public bool IsChoice => Kind is Kind.Pass or Kind.Later or Kind.Listen or Kind.Rest or Kind.Ask;

    public bool IsAnswer => Kind is Kind.Speak or Kind.Done or Kind.Object or Kind.ComeBack;
}

/// <summary>Any history of a round, in any order, among people some of whom are newcomers and some of whom were seated by hand.</summary>
internal sealed record AnyHistory(TurnOrder Order, IReadOnlyList<Deed> Deeds)
{
    public const int People = 7;

    public override string ToString() => $"{Order}: {string.Join("; ", Deeds.Select(d => $"{d.Kind} {d.Who}{(d.Late > 0 ? $" late {d.Late}" : "")}"))}";

    public static Arbitrary<AnyHistory> All() => Arb.From(
        from order in Gen.Elements(Enum.GetValues<TurnOrder>())
        from present in Gen.Choose(0, 5)
        from form in Gen.Choose(1, 3)
        from deeds in Gen.ListOf(One())
        select new AnyHistory(order, [.. Enumerable.Range(0, present).Select(i => new Deed(Kind.Arrive, i, 0)), new Deed(Kind.Begin, form, 0), .. deeds]), Shorter);

    static Gen<Deed> One() =>
        from kind in Gen.Frequency(
            (4, Gen.Elements(Kind.Speak)), (6, Gen.Elements(Kind.Done)), (10, Gen.Elements(Kind.Ask)), (3, Gen.Elements(Kind.Arrive)), (3, Gen.Elements(Kind.Wait)),
            (6, Gen.Elements(Kind.Pass, Kind.Later, Kind.Listen, Kind.Rest, Kind.TakePart, Kind.Sign)),
            (4, Gen.Elements(Kind.Leave, Kind.Object, Kind.Withdraw, Kind.ComeBack, Kind.SetWhere)), (1, Gen.Elements(Kind.Begin)))
        from who in Gen.Choose(0, People - 1)
        from late in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(1, 5)))
        select new Deed(kind, who, late);

    // The same history without one of its deeds, or without half of them: what is left when it fails is short enough to be read.
    static IEnumerable<AnyHistory> Shorter(AnyHistory any)
    {
        for (var size = any.Deeds.Count / 2; size > 0; size /= 2)
            for (var from = 0; from + size <= any.Deeds.Count; from += size)
                yield return any with { Deeds = [.. any.Deeds.Take(from), .. any.Deeds.Skip(from + size)] };
    }
}
