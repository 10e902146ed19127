using Alentour.Foundation.Places;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Finder.Searches;

/// <summary>A point round which to look.</summary>
/// <param name="Name">Of the town; null when the device said where it is.</param>
/// <param name="RegionCode">Of the town, where it is in Quebec.</param>
public sealed record Centre(string? Name, double Lat, double Lon, string? RegionCode);

/// <summary>Where a search looks, and what to say of the place that was typed.</summary>
public sealed record SoughtPlace
{
    public static readonly SoughtPlace Anywhere = new();

    /// <summary>Within the radius of this point; null for no such limit.</summary>
    public Centre? Centre { get; init; }

    /// <summary>In this region; null for no such limit.</summary>
    public Region? Region { get; init; }

    /// <summary>Towns of the same name in other regions, or that begin like an unknown name, or are spelled nearly so.</summary>
    public IReadOnlyList<Town> Others { get; init; } = [];

    /// <summary>Whether the words named no place that is known here.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>The region to think of when nothing is found.</summary>
    public string? RegionCode => Region?.Code ?? Centre?.RegionCode;
}

/// <summary>Finds the place that a person typed: a town or region of Quebec, or a town that an entry names.</summary>
public sealed class PlaceFinder(Database database)
{
    const int MostOthers = 5;

    public async Task<SoughtPlace> FindAsync(FinderQuery query, CancellationToken stop)
    {
        var region = Quebec.Table.RegionOf(query.Region);
        if (query.Here is var (lat, lon))
            return new SoughtPlace { Centre = new Centre(null, lat, lon, null), Region = region };
        if (query.Place.Length == 0)
            return region is null ? SoughtPlace.Anywhere : new SoughtPlace { Region = region };
        var towns = Quebec.Table.TownsNamed(query.Place);
        if (towns.Count > 0)
            return OfTowns(towns, region);
        if (Quebec.Table.RegionNamed(query.Place) is { } named)
            return new SoughtPlace { Region = named };
        if (await OfEntriesAsync(query.Place, stop) is { } centre)
            return new SoughtPlace { Centre = centre, Region = region };
        return new SoughtPlace { Region = region, IsUnknown = true, Others = [.. Quebec.Table.TownsLike(query.Place).Concat(Quebec.Table.TownsNear(query.Place)).Distinct().Take(MostOthers)] };
    }

    /// <summary>The region, when one is chosen, says which of two towns; else it is the first, and the others are named.</summary>
    static SoughtPlace OfTowns(IReadOnlyList<Town> towns, Region? region)
    {
        var town = towns.FirstOrDefault(t => t.RegionCode == region?.Code) ?? towns[0];
        return new SoughtPlace
        {
            Centre = new Centre(town.Name, town.Lat, town.Lon, town.RegionCode),
            Others = region is null ? [.. towns.Where(t => t != town)] : [],
        };
    }

    async Task<Centre?> OfEntriesAsync(string name, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var found = await connection.Command("SELECT name, lat, lon FROM finder_town WHERE fold = @fold", null, ("fold", PlaceNames.Fold(name)))
            .ListAsync(r => new Centre(r.GetString(0), r.GetDouble(1), r.GetDouble(2), null), stop);
        return found.FirstOrDefault();
    }
}
