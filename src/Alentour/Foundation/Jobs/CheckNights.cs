using System.Data.Common;
using System.Globalization;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Foundation.Jobs;

/// <summary>Night work that was not done for two nights: what had a date is still there.</summary>
sealed class CheckNights(TimeProvider clock) : ICheck
{
    public async Task<IReadOnlyList<string>> CheckAsync(DbConnection connection, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var late = NightWork.NightOf(now).AddDays(-1).ToString("O", CultureInfo.InvariantCulture);
        return await connection.Command("SELECT name, night FROM night_work WHERE night < @late AND taken_until <= @now ORDER BY name", null, ("late", late), ("now", now.ToUnixTimeMilliseconds())).ListAsync(
            row => $"The night work {row.GetString(0)} was {(row.GetString(1) is { Length: > 0 } night ? $"last done on {night}" : "never done")}: leave the house open, or read its log.", stop);
    }
}
