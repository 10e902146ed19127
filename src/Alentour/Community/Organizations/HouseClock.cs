using Alentour.Foundation.Clock;

namespace Alentour.Community.Organizations;

/// <summary>The clock on the wall of the house; of Quebec while no house is set up.</summary>
public sealed class HouseClock(TimeProvider clock)
{
    volatile TimeZoneInfo _zone = Zones.Find(null);

    public TimeZoneInfo Zone => _zone;

    public DateTimeOffset Instant => clock.GetUtcNow();

    /// <summary>The day and the time that people in the house see now.</summary>
    public (DateOnly Day, TimeOnly Time) Now => WallClock.ToLocal(clock.GetUtcNow(), _zone);

    internal void Set(string zone) => _zone = Zones.Find(zone);
}
