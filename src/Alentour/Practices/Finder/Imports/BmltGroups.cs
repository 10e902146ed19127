using Alentour.Foundation.Places;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Imports;

/// <summary>Gathers meetings into groups: same name and same place (name, street, municipality) is one entry.</summary>
static class BmltGroups
{
    public static IReadOnlyList<OfferedEntry> Gather(IEnumerable<BmltRow> rows, BmltFormats formats, ListedSource source) =>
        [.. rows.GroupBy(r => r.GroupKey(), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Offer(g.Key, [.. g], formats, source))];

    static OfferedEntry Offer(string key, IReadOnlyList<BmltRow> rows, BmltFormats formats, ListedSource source)
    {
        var first = rows[0];
        var placed = rows.FirstOrDefault(r => r.Lat is not null) ?? first;
        var ways = rows.Aggregate(Ways.None, (all, row) => all | row.Ways);
        var isQuebec = first.Province is not null && PlaceNames.Fold(first.Province) is "quebec" or "qc" or "pq";
        var region = isQuebec && first.Town is { } name ? Quebec.Table.TownsNamed(name).FirstOrDefault()?.RegionCode : null;
        var sheet = new ListedSheet
        {
            Kind = EntryKind.Group,
            Name = first.Language == "en" ? new Bilingual(null, first.Name) : new Bilingual(first.Name, null),
            Ways = ways,
            Place = string.Join(", ", new[] { first.PlaceName, first.Street }.OfType<string>()) is { Length: > 0 } place ? place : null,
            Town = first.Town,
            Area = first.Province is { } province ? new Bilingual(province, province) : null,
            Regions = region is null ? [] : [region],
            Lat = placed.Lat,
            Lon = placed.Lon,
            Languages = [.. rows.Select(r => r.Language).OfType<string>().Concat(rows.SelectMany(formats.Languages)).Distinct().Order(StringComparer.Ordinal)],
            // Only what every meeting of the group promises.
            Access = rows.Aggregate((AccessNeeds)~0, (all, row) => all & formats.Access(row)),
            Web = source.Web,
            IsOpenToAllQuebec = isQuebec && (ways & Ways.FromAfar) != 0,
            FoundOn = source.ReceivedOn,
        };
        return new OfferedEntry(key, $"{first.Name} {first.Town}", sheet, [.. rows.Select(r => Meeting(r, formats))]);
    }

    static ListedMeeting Meeting(BmltRow row, BmltFormats formats) =>
        new(row.Id, row.Hash(), row.Day, row.StartsAt, row.Minutes, row.Zone, formats.Words(row));
}
