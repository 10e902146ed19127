using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Imports;

/// <summary>What the format codes of a BMLT file mean, in French and English where it says so (GetFormats).</summary>
sealed class BmltFormats
{
    readonly Dictionary<string, Format> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, Format> _byKey = new(StringComparer.Ordinal);

    public static readonly BmltFormats None = new([]);

    BmltFormats(IEnumerable<JsonRow> rows)
    {
        foreach (var row in rows.Select(Read).OfType<Named>().GroupBy(n => n.Id))
        {
            var format = new Format(new Bilingual(NameIn(row, "fr"), NameIn(row, "en")), row.Select(n => n.World).FirstOrDefault(w => w is not null), [.. row.Select(n => n.Key).Distinct()]);
            if (format.Name.IsEmpty)
                continue;
            _byId[row.Key] = format;
            foreach (var key in row.Where(n => n.Language is "en" or "fr").Select(n => n.Key))
                _byKey.TryAdd(key, format);
        }
    }

    /// <exception cref="FileRefusedException">The file is not one whole JSON list.</exception>
    public static async Task<BmltFormats> ReadAsync(string path, CancellationToken stop) => new(await JsonRows.ObjectsAsync(path, stop));

    /// <summary>The kinds of one meeting, in the words of its source.</summary>
    public IReadOnlyList<Bilingual> Words(BmltRow row) => [.. Of(row).Select(f => f.Name)];

    /// <summary>What its formats promise to whoever needs it.</summary>
    public AccessNeeds Access(BmltRow row) => Of(row).Aggregate(AccessNeeds.None, (all, f) => all
        | (f.World == "WCHR" || f.Keys.Contains("WC") ? AccessNeeds.NoSteps : 0)
        | (f.Keys.Contains("CW") ? AccessNeeds.Children : 0)
        | (f.Keys.Contains("SL") ? AccessNeeds.SignLanguage : 0));

    /// <summary>The languages it adds to that of the row.</summary>
    public IEnumerable<string> Languages(BmltRow row) => Of(row).SelectMany(f => f.Keys.Contains("ES") ? ["es"] : f.Keys.Contains("SL") ? new[] { "asl" } : []);

    IEnumerable<Format> Of(BmltRow row) => row.FormatIds.Count > 0
        ? row.FormatIds.Select(id => _byId.GetValueOrDefault(id)).OfType<Format>().Distinct()
        : row.FormatKeys.Select(key => _byKey.GetValueOrDefault(key)).OfType<Format>().Distinct();

    static string? NameIn(IEnumerable<Named> names, string language) => names.FirstOrDefault(n => n.Language == language)?.Name;

    static Named? Read(JsonRow row)
    {
        try
        {
            return new Named(row.Required("id", 40), row.Required("lang", 10), row.Text("key_string", 20) ?? "", row.Required("name_string", 120), row.Text("world_id", 20));
        }
        catch (RowRefusedException)
        {
            // A format without a readable name is a format without a name.
            return null;
        }
    }

    sealed record Named(string Id, string Language, string Key, string Name, string? World);

    sealed record Format(Bilingual Name, string? World, IReadOnlyList<string> Keys);
}
