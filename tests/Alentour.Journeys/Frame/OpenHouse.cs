using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Journeys.Frame;

/// <summary>A house shared by all journeys of a class, since none of them changes it.</summary>
public abstract class SharedHouse(Mode mode, DateTimeOffset now) : IAsyncLifetime
{
    House? _house;

    public House House => _house!;

    public async ValueTask InitializeAsync() => _house = await House.OpenAsync(mode, now);

    public async ValueTask DisposeAsync()
    {
        if (_house is not null)
            await _house.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>« Le Rivage » on a Thursday afternoon.</summary>
public sealed class OpenHouse() : SharedHouse(Mode.Demo, MovableClock.ThursdayAfternoon);

/// <summary>The same house at 2 h 10, the night from Thursday to Friday.</summary>
public sealed class HouseByNight() : SharedHouse(Mode.Demo, new DateTimeOffset(2026, 11, 27, 2, 10, 0, TimeSpan.FromHours(-5)));

/// <summary>A live house that nobody has set up yet.</summary>
public sealed class HouseOfNobody() : SharedHouse(Mode.Live, MovableClock.ThursdayAfternoon);
