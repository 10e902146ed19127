using Alentour.Community.Rounds;

namespace Alentour.Practices.Circles;

/// <summary>The steps of a meeting in a circle (domain.md 2.6); a group reorders and renames them.</summary>
public enum StepKind
{
    Welcome,
    Weather,
    Round,
    Exchanges,
    Closing,
}

/// <summary>One step, under the group's own name for it or the house's.</summary>
public sealed record CircleStep(StepKind Kind, string? Name)
{
    /// <summary>How turns go in it.</summary>
    public RoundForm Form => Kind switch { StepKind.Welcome => RoundForm.Open, StepKind.Exchanges => RoundForm.WhoAsks, _ => RoundForm.Everyone };
}

/// <summary>Who says « entrez » to somebody at the threshold.</summary>
public enum Threshold
{
    /// <summary>The greeter, or any member who is seated.</summary>
    Anyone,

    /// <summary>Whoever keeps the circle.</summary>
    Keeper,

    /// <summary>The words of the visit are enough.</summary>
    Words,
}

/// <summary>How a group holds its circles, by its own decision.</summary>
/// <param name="AsksNumber">Whether closing offers one number to type, for the group's own report.</param>
/// <param name="Version">Rises with each change; 0 for a group that has decided nothing yet.</param>
public sealed record CircleWays(IReadOnlyList<CircleStep> Steps, TurnOrder Order, Threshold Threshold, bool AsksNumber, int Version)
{
    public static readonly CircleWays Usual = new([.. Enum.GetValues<StepKind>().Select(k => new CircleStep(k, null))], TurnOrder.BySeat, Threshold.Anyone, AsksNumber: false, 0);
}
