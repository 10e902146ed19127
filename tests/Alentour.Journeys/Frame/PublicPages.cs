using System.Xml.Linq;
using Alentour.Tests.Cast;

namespace Alentour.Journeys.Frame;

/// <summary>Every page that anyone may open: what /sitemap.xml tells the world, and what it leaves out on purpose.</summary>
static class PublicPages
{
    static readonly string[] NotInTheSitemap = [
        "/aide", "/aide?hors-ligne=1", "/aide/groupes-gardes", "/affichage", "/entrer", "/ouvrir", "/demo", "/c-est-efface", "/c-est-ferme", "/traces", "/a-propos", "/maison",
        "/groupes?q=cercle&lieu=Rimouski", "/groupes?q=xylophone", "/groupes?q=voix+scaphandre&lieu=Matane", "/groupes?q=je+veux+mourir", "/groupes?quoi=droits", "/groupes?page=2", "/groupes?jour=jeudredi&lieu=Rimousky", "/groupes/cercle-du-jeudi/affiche", "/groupes/garder?q=cercle"];

    public static async Task<IReadOnlyList<string>> OfAsync(House house)
    {
        using var visitor = house.Visitor();
        var map = XDocument.Parse(await visitor.GetStringAsync("/sitemap.xml"));
        var told = from place in map.Descendants() where place.Name.LocalName == "loc" select new Uri(place.Value).PathAndQuery;
        return [.. told.Concat(NotInTheSitemap).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>One page of each kind, where looking at all of them would say nothing more.</summary>
    public static async Task<IReadOnlyList<string>> KindsAsync(House house)
    {
        var pages = await OfAsync(house);
        return [.. pages.Where(p => p.Contains('?')).Concat(pages.Where(p => !p.Contains('?')).GroupBy(Kind).Select(g => g.First()))];
    }

    /// <summary>"/groupes/cercle-du-jeudi/affiche" is of the kind "/groupes/*/affiche".</summary>
    static string Kind(string path)
    {
        var parts = path.Split('/');
        return string.Join('/', parts.Select((part, i) => i == 2 && parts[1] is "groupes" or "ressources" ? "*" : part));
    }
}
