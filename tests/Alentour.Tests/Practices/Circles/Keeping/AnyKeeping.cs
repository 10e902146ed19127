using FsCheck;
using FsCheck.Fluent;

namespace Alentour.Tests.Practices.Circles.Keeping;

/// <summary>What somebody does about who keeps the circle.</summary>
internal enum Act
{
    Sit,
    Leave,
    Ask,
    Yes,
    No,
    HandOver,
    Draw,
    Take,
    Decline,
    Sign,
    Wait,
}

/// <param name="Who">Whoever does it, by number; for time that passes, three times as many tens of seconds.</param>
/// <param name="Whom">Whom it is about.</param>
internal readonly record struct Deed(Act Act, int Who, int Whom)
{
    public override string ToString() => $"{Act} {Who}{(Act is Act.Yes or Act.No or Act.HandOver ? $" {Whom}" : "")}";
}

/// <summary>
/// Any history of an evening among people of every kind: 0 to 2 are members, 3 came less than a week ago, 4 and 5 are first visits, 6 is a
/// guest with a role, 7 a member with a role, 8 was seated by hand, 9 is the tablet. 0 opened the circle.
/// </summary>
internal sealed record AnyKeeping(IReadOnlyList<Deed> Deeds)
{
    public const int People = 10;

    public override string ToString() => string.Join("; ", Deeds);

    public static Arbitrary<AnyKeeping> All() => Arb.From(from seated in Gen.Choose(0, People - 1) from deeds in Gen.ListOf(One()) select Begun(seated, deeds), Shorter);

    static AnyKeeping Begun(int seated, IEnumerable<Deed> deeds) => new([.. Enumerable.Range(1, seated).Select(i => new Deed(Act.Sit, i, 0)), .. deeds]);

    // Mostly people who may keep it, or histories would be refusals.
    static Gen<Deed> One() =>
        from act in Gen.Frequency((6, Gen.Elements(Act.Ask)), (6, Gen.Elements(Act.Wait)), (4, Gen.Elements(Act.Sit, Act.Sign)), (4, Gen.Elements(Act.Yes, Act.No, Act.HandOver)), (4, Gen.Elements(Act.Draw, Act.Take, Act.Decline)), (3, Gen.Elements(Act.Leave)))
        from who in Gen.Frequency((3, Gen.Choose(0, 2)), (2, Gen.Choose(0, 5)), (1, Gen.Choose(0, People - 1)))
        from whom in Gen.Frequency((3, Gen.Choose(0, 2)), (2, Gen.Choose(0, 5)), (1, Gen.Choose(0, People - 1)))
        select new Deed(act, who, whom);

    // The same history without one of its deeds, or without half of them: what is left when it fails is short enough to be read.
    static IEnumerable<AnyKeeping> Shorter(AnyKeeping any)
    {
        for (var size = any.Deeds.Count / 2; size > 0; size /= 2)
            for (var from = 0; from + size <= any.Deeds.Count; from += size)
                yield return new AnyKeeping([.. any.Deeds.Take(from), .. any.Deeds.Skip(from + size)]);
    }
}
