using Alentour.Community.People;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.House.Settings;

/// <summary>On /aujourdhui of whoever coordinates: the way to the settings.</summary>
sealed class SettingsLine(Words words) : ITodayLine
{
    public Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop) => Task.FromResult<IReadOnlyList<TodayLine>>(
        me.Holds(RoleKind.Coordinator) ? [new(TodayPlace.Free, words["settings.title"], words["settings.line"], "/reglages")] : []);
}
