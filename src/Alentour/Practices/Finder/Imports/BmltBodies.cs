using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Imports;

/// <summary>Who publishes a BMLT file: its service body without a parent (GetServiceBodies).</summary>
static class BmltBodies
{
    /// <summary>The source when no file of bodies is given.</summary>
    public static ListedSource Unnamed(DateOnly today) => new("bmlt", new Bilingual("Liste importée (BMLT)", "Imported list (BMLT)"), null, today);

    /// <exception cref="FileRefusedException">The file is not one whole JSON list, or no body in it stands above the others.</exception>
    public static async Task<ListedSource> ReadAsync(string path, DateOnly today, CancellationToken stop)
    {
        foreach (var body in await JsonRows.ObjectsAsync(path, stop))
            if (Root(body, today) is { } source)
                return source;
        throw new FileRefusedException($"{Path.GetFileName(path)} names no service body without a parent, so the source is unknown. Nothing was changed.");
    }

    static ListedSource? Root(JsonRow body, DateOnly today)
    {
        try
        {
            if (body.Text("parent_id") is not (null or "0"))
                return null;
            var name = body.Required("name");
            var key = body.Text("world_id", 40) ?? PlainLetters.Slug(name);
            var web = body.Text("url", 500);
            return new ListedSource("bmlt:" + key, new Bilingual(name, name), WebAddress(web), today);
        }
        catch (RowRefusedException)
        {
            return null;
        }
    }

    static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? text : null;
}
