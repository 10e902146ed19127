using System.Globalization;
using Alentour.Foundation.Places;
using Alentour.Foundation.Store;
using Alentour.Practices.Finder.Indexes;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Searches;

/// <summary>A search as one query for the ids of a page of rows, in reading order or by distance.</summary>
sealed class FinderSql
{
    readonly List<string> _conditions = [];
    readonly List<(string, object?)> _values = [];
    readonly Dialect _dialect;
    readonly bool _isNear;

    public FinderSql(Dialect dialect, FinderQuery query, SoughtPlace place, DateTimeOffset now, DateOnly today)
    {
        (_dialect, _isNear) = (dialect, place.Centre is not null);
        From = "finder_row r";
        LookNear(place.Centre, query.Radius);
        LookForWords(query.Words);
        Want(query.Wanted);
        if (place.Region is { } region)
            Add("(r.regions & @region) <> 0", ("region", IndexRow.RegionBit(region.Code)));
        LookForWays(query);
        LookForDays(query, now, today);
        if (query.Tongue is { } tongue)
            Add("(r.tongues & @tongue) <> 0", ("tongue", Tongues.Bit(tongue)));
        if (query.Access != AccessNeeds.None)
            Add("(r.access & @access) = @access", ("access", (int)query.Access));
    }

    string From { get; set; }

    public (string Name, object? Value)[] Values => [.. _values];

    /// <summary>
    /// Yields a page of rows: id, the square of the distance in degrees of latitude or null, and how many rows there are in all,
    /// at most one more than are ever shown. @size and @skip cut the page.
    /// </summary>
    public string Text => _isNear ? NearText : FarText;

    // Rows come in the order of their ids, so that the page stops early; counting the rest without leaving the engine costs a fifth of reading it.
    string FarText => string.Create(CultureInfo.InvariantCulture,
        $"SELECT r.id, NULL, (SELECT count(*) FROM (SELECT r.id FROM {From}{Where} LIMIT {FinderQuery.Most + 1}) f) FROM {From}{Where} ORDER BY r.id LIMIT @size OFFSET @skip");

    // Distances have to be sorted before the first can be shown: what was found is counted on the way.
    string NearText => string.Create(CultureInfo.InvariantCulture,
        $"SELECT id, far, count(*) OVER () FROM (SELECT r.id, r.kind, {Distance} AS far FROM {From}{Where} ORDER BY r.kind, far, r.id LIMIT {FinderQuery.Most + 1}) f ORDER BY kind, far, id LIMIT @size OFFSET @skip");

    string Where => _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions);

    const string Distance = "((r.lat - @lat) * (r.lat - @lat) + (r.lon - @lon) * (r.lon - @lon) * @narrow)";

    void LookNear(Centre? centre, int radius)
    {
        if (centre is null)
            return;
        var box = Earth.Around(centre.Lat, centre.Lon, radius);
        var scale = Earth.LongitudeScale(centre.Lat);
        Add($"r.id IN ({_dialect.BoxQuery("finder_place")})", ("south", box.South), ("north", box.North), ("west", box.West), ("east", box.East));
        Add($"{Distance} <= @limit", ("lat", centre.Lat), ("lon", centre.Lon), ("narrow", scale * scale), ("limit", Math.Pow(radius / Earth.KilometresPerDegree, 2)));
    }

    void LookForWords(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
            return;
        _values.Add(("words", _dialect.WordsValue(words)));
        var holding = _dialect.WordsQuery("finder_words");
        if (_isNear)
        {
            // Both sets are small or already in memory: joining them instead walks every word of the region (stack.md part 4).
            _conditions.Add($"r.id IN ({holding})");
            return;
        }
        // The word index comes first and in the order of the ids, so that a common word stops at the last result shown.
        From = $"({holding}) w CROSS JOIN finder_row r";
        _conditions.Add("r.id = w.id");
    }

    void Want(Wanted wanted)
    {
        switch (wanted)
        {
            case Wanted.Groups:
                _conditions.Add("r.kind IN (0, 2)");
                break;
            case Wanted.Resources:
                _conditions.Add("r.kind = 3");
                break;
            case Wanted.Rights:
                _conditions.Add("r.kind = 4");
                break;
        }
    }

    void LookForWays(FinderQuery query)
    {
        var any = new List<string>();
        if (query.Ways != Ways.None)
        {
            any.Add("(r.ways & @ways) <> 0");
            _values.Add(("ways", (int)query.Ways));
        }
        if (query.IsMixed)
            any.Add("((r.ways & 1) <> 0 AND (r.ways & 6) <> 0)");
        if (any.Count > 0)
            _conditions.Add($"({string.Join(" OR ", any)})");
    }

    void LookForDays(FinderQuery query, DateTimeOffset now, DateOnly today)
    {
        if (query.IsTonight)
            Add("r.id IN (SELECT row_id FROM finder_date WHERE day = @today AND minutes >= 1020 AND ends_at > @now AND mark IN (0, 2))",
                ("today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("now", now.ToUnixTimeMilliseconds()));
        if (query.Day is { } day)
            Add(query.IsEvening ? "(r.evenings & @day) <> 0" : "(r.days & @day) <> 0", ("day", 1 << (int)day));
        else if (query.IsEvening)
            _conditions.Add("r.evenings <> 0");
    }

    void Add(string condition, params ReadOnlySpan<(string, object?)> values)
    {
        _conditions.Add(condition);
        foreach (var value in values)
            _values.Add(value);
    }
}
