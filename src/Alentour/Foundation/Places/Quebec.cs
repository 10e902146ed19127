using System.Collections.Frozen;
using System.Text.Json;
using Alentour.Foundation.Texts;

namespace Alentour.Foundation.Places;

/// <summary>The towns and regions of Quebec, from a hand-written table (Content/quebec.json), so that nobody's words leave the house.</summary>
public sealed class Quebec
{
    readonly FrozenDictionary<string, Town[]> _towns;
    readonly FrozenDictionary<string, Region> _regionsByName;
    readonly FrozenDictionary<string, Region> _regionsByCode;

    public static readonly Quebec Table = Read();

    Quebec(IReadOnlyList<Region> regions, IReadOnlyList<Town> towns)
    {
        (Regions, Towns) = (regions, towns);
        _towns = towns.GroupBy(t => PlaceNames.Fold(t.Name)).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _regionsByCode = regions.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);
        _regionsByName = regions.SelectMany(NamesOf).DistinctBy(n => n.Name).ToFrozenDictionary(n => n.Name, n => n.Region, StringComparer.Ordinal);
    }

    /// <summary>The 17, by code.</summary>
    public IReadOnlyList<Region> Regions { get; }

    public IReadOnlyList<Town> Towns { get; }

    public Region? RegionOf(string? code) => code is null ? null : _regionsByCode.GetValueOrDefault(code);

    /// <summary>The towns of this name, spelled any way; several when two regions have one each.</summary>
    public IReadOnlyList<Town> TownsNamed(string name) => _towns.GetValueOrDefault(PlaceNames.Fold(name), []);

    /// <summary>The region of this name in French or English, or one half of a double name (« Gaspésie »).</summary>
    public Region? RegionNamed(string name) => _regionsByName.GetValueOrDefault(PlaceNames.Fold(name));

    /// <summary>Towns whose name begins so, for someone who did not finish the word; none under three letters.</summary>
    public IEnumerable<Town> TownsLike(string beginning) =>
        PlaceNames.Fold(beginning) is { Length: >= 3 } start
            ? Towns.Where(t => PlaceNames.Fold(t.Name).StartsWith(start, StringComparison.Ordinal))
            : [];

    /// <summary>Towns whose name was mistyped so: one letter away from four letters up, two from eight up (« rimousqui »). The nearest first.</summary>
    public IEnumerable<Town> TownsNear(string mistyped) =>
        from typed in new[] { PlaceNames.Fold(mistyped) }
        from town in Towns
        let name = PlaceNames.Fold(town.Name)
        let most = name.Length switch { >= 8 => 2, >= 4 => 1, _ => 0 }
        where Math.Abs(name.Length - typed.Length) <= most
        let letters = Spelling.Distance(name, typed)
        where letters > 0 && letters <= most
        orderby letters
        select town;

    static IEnumerable<(string Name, Region Region)> NamesOf(Region region)
    {
        foreach (var name in new[] { region.Name.Fr, region.Name.En }.OfType<string>())
        {
            var plain = name.Split('(')[0];
            yield return (PlaceNames.Fold(plain), region);
            foreach (var half in plain.Split('–'))
                yield return (PlaceNames.Fold(half), region);
        }
    }

    static Quebec Read()
    {
        using var stream = typeof(Quebec).Assembly.GetManifestResourceStream("Alentour.Foundation.Places.Content.quebec.json")!;
        using var json = JsonDocument.Parse(stream);
        var regions = json.RootElement.GetProperty("regions").EnumerateArray()
            .Select(r => new Region(r.GetProperty("code").GetString()!, new Bilingual(r.GetProperty("fr").GetString(), r.GetProperty("en").GetString())));
        var towns = json.RootElement.GetProperty("towns").EnumerateArray()
            .Select(t => new Town(t.GetProperty("name").GetString()!, t.GetProperty("region").GetString()!, t.GetProperty("lat").GetDouble(), t.GetProperty("lon").GetDouble()));
        return new Quebec([.. regions], [.. towns]);
    }
}
