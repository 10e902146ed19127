namespace Alentour.Tests.Cast;

/// <summary>A clock that tests set and move; it never runs by itself.</summary>
public sealed class MovableClock(DateTimeOffset now) : TimeProvider
{
    DateTimeOffset _now = now;

    /// <summary>Thursday 26 November 2026, 14 h in Quebec: an ordinary afternoon with a circle in the evening.</summary>
    public static readonly DateTimeOffset ThursdayAfternoon = new(2026, 11, 26, 14, 0, 0, TimeSpan.FromHours(-5));

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    public override long GetTimestamp() => _now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void MoveTo(DateTimeOffset now) => _now = now;

    public void Advance(TimeSpan by) => _now += by;
}
