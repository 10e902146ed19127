namespace Alentour.Community.Rounds;

/// <summary>Who speaks next, as a group decided (domain.md 2.5).</summary>
public enum TurnOrder
{
    /// <summary>As people sit; newcomers last.</summary>
    BySeat,

    /// <summary>First those to whom the pebble has not come yet in this circle.</summary>
    NotYetHeard,

    /// <summary>Newcomers first; one who arrives late comes right after the present turn.</summary>
    NewcomersFirst,

    /// <summary>Whoever has spoken hands the pebble to somebody.</summary>
    Pebble,
}

/// <summary>What a round is for.</summary>
public enum RoundForm
{
    /// <summary>No turns: a welcome.</summary>
    Open,

    /// <summary>Everybody in turn.</summary>
    Everyone,

    /// <summary>Whoever asks: a speaking list.</summary>
    WhoAsks,

    /// <summary>Everybody in turn says whether they object.</summary>
    Consent,
}

/// <summary>Puts places in the order in which the pebble goes to them.</summary>
static class TurnOrders
{
    public static IEnumerable<Place> Sort(this IEnumerable<Place> places, TurnOrder order, RoundForm form, Place? after) => (order, form) switch
    {
        // Whoever has not spoken in this round comes before whoever asks again.
        (_, RoundForm.WhoAsks) => places.OrderBy(p => (p.HadThisRound, p.Standing, p.Asked)),
        (TurnOrder.NotYetHeard, _) => places.OrderBy(p => (p.Standing, p.HasComeRound, p.IsNewcomer, p.Number)),
        (TurnOrder.NewcomersFirst, _) => places.OrderBy(p => (p.Standing, !p.ComesNext, !p.IsNewcomer, p.Number)),
        (TurnOrder.Pebble, _) => places.OrderBy(p => (p.Standing, after is not null && !LiesAfter(p, after), p.IsNewcomer, p.Number)),
        _ => places.OrderBy(p => (p.Standing, p.IsNewcomer, p.Number)),
    };

    static bool LiesAfter(Place place, Place after) => (place.IsNewcomer, place.Number).CompareTo((after.IsNewcomer, after.Number)) > 0;
}
