using System.Xml.Linq;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder;

/// <summary>/sitemap.xml: every public page, in one file, for those who search elsewhere.</summary>
static class Sitemap
{
    // The format allows 50,000 addresses in a file; the last ones are entries elsewhere, which have a site of their own.
    const int Most = 45_000;

    static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapRead("/sitemap.xml", async (HttpContext context, Database database, Settings settings, IEnumerable<IDoor> doors, CancellationToken stop) =>
    {
        var root = (settings.PublicAddress?.ToString() ?? $"{context.Request.Scheme}://{context.Request.Host}").TrimEnd('/');
        var paths = doors.Where(d => d.IsOpen).OrderBy(d => d.Order).Select(d => d.Path).Prepend("/aide").Prepend("/").Append("/mois").Append("/activites").Distinct().ToList();
        await using var connection = await database.OpenAsync(stop);
        var entries = await connection.Command("SELECT r.kind, c.slug FROM finder_row r JOIN finder_card c ON c.id = r.id ORDER BY r.id LIMIT @most", null, ("most", Most))
            .ListAsync(row => (Kind: (EntryKind)row.GetInt32(0), Slug: row.GetString(1)), stop);
        paths.AddRange(entries.SelectMany(e => e.Kind switch
        {
            EntryKind.HouseGroup => new[] { $"/groupes/{e.Slug}", $"/groupes/{e.Slug}/premiere-visite" },
            EntryKind.HouseActivity => [$"/activites/{e.Slug}"],
            _ => [$"/ressources/{e.Slug}"],
        }));
        var file = new XElement(Schema + "urlset", paths.Select(p => new XElement(Schema + "url", new XElement(Schema + "loc", root + p))));
        return Results.Text("""<?xml version="1.0" encoding="UTF-8"?>""" + "\n" + file, "application/xml; charset=utf-8");
    });
}
