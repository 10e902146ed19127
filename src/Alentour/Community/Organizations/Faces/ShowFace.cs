using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;

namespace Alentour.Community.Organizations.Faces;

/// <summary>Puts what every page shows of the house into memory, so that pages answer without the database.</summary>
public sealed class ShowFace(HouseStore houses, SiteFace site, HouseClock clock) : IOpening
{
    public async Task OpenAsync(CancellationToken stop)
    {
        if (await houses.ForPublicAsync(stop) is not { } house)
            return;
        clock.Set(house.Zone);
        var tagline = house.Tagline.IsEmpty ? Face.None.Tagline : house.Tagline;
        var face = new Face(true, house.Name, tagline, house.QuiltSeed, house.Street, house.Town, house.Phone, house.ExitAddress);
        if (face != site.Now)
            site.Show(face);
    }
}

/// <summary>Looks every second whether another node, or a command, changed what is public, and shows the house anew.</summary>
sealed partial class KeepFaceFresh(ShowFace face, PublicVersion version, Readiness readiness, ILogger<KeepFaceFresh> log) : BackgroundService
{
    static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        for (var shown = 0L; await timer.WaitForNextTickAsync(stoppingToken);)
            if (readiness.IsOpen)
                shown = await LookAsync(shown, stoppingToken);
    }

    async Task<long> LookAsync(long shown, CancellationToken stop)
    {
        try
        {
            await version.RefreshAsync(stop);
            var now = version.Number;
            if (now != shown)
                await face.OpenAsync(stop);
            return now;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            // Whatever it is: a failure that left this loop would end the process, and /aide with it.
            Later(log, failure.Message);
            return shown;
        }
    }

    [LoggerMessage(LogLevel.Warning, "What changed of the house could not be read ({Reason}); the next look is in a second.")]
    static partial void Later(ILogger log, string reason);
}
