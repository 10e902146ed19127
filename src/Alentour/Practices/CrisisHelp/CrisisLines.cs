namespace Alentour.Practices.CrisisHelp;

/// <summary>A line that does not answer now, and when it next opens on the wall clock of Quebec.</summary>
public sealed record ClosedLine(CrisisLine Line, DateTime OpensAt);

/// <summary>The lines at one moment, each list in the order of the house.</summary>
/// <param name="Clock">The wall clock of Quebec.</param>
/// <param name="Unconfirmed">Lines whose hours nobody knows: they may answer.</param>
public sealed record LinesAtThisHour(
    DateTime Clock, IReadOnlyList<CrisisLine> Answering, IReadOnlyList<CrisisLine> Unconfirmed, IReadOnlyList<ClosedLine> Closed)
{
    /// <summary>The line to put under the thumb: the first that answers, else the first that may.</summary>
    public CrisisLine? First => Answering.Count > 0 ? Answering[0] : Unconfirmed.Count > 0 ? Unconfirmed[0] : null;
}

/// <summary>Every line of the house, and the day the list was written.</summary>
public sealed record CrisisLines(DateOnly StatedOn, IReadOnlyList<CrisisLine> All)
{
    /// <summary>Most of Quebec lives by this clock; the hours of lines are given in it.</summary>
    static readonly TimeZoneInfo Quebec = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    public LinesAtThisHour At(DateTimeOffset instant)
    {
        var clock = TimeZoneInfo.ConvertTime(instant, Quebec).DateTime;
        var inOrder = All.OrderBy(l => l.Order).ToList();
        return new LinesAtThisHour(
            clock,
            [.. inOrder.Where(l => l.Opening.AnswersAt(clock) == true)],
            [.. inOrder.Where(l => l.Opening.AnswersAt(clock) is null)],
            [.. inOrder.Where(l => l.Opening.AnswersAt(clock) == false).Select(l => new ClosedLine(l, l.Opening.NextOpening(clock)!.Value)).OrderBy(c => c.OpensAt)]);
    }
}
