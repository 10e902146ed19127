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
sealed class KeepFaceFresh(ShowFace face, PublicVersion version, Readiness readiness, ILogger<KeepFaceFresh> log) : Watch(readiness, log, TimeSpan.FromSeconds(1))
{
    long _shown;

    protected override async Task LookAsync(CancellationToken stop)
    {
        await version.RefreshAsync(stop);
        var now = version.Number;
        if (now == _shown)
            return;
        await face.OpenAsync(stop);
        _shown = now;
    }
}
