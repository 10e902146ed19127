using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Finder;

public sealed class RightsPage
{
    [Fact]
    public async Task It_begins_with_what_to_do_first_then_says_who_helps()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/droits")).Replace('’', '\'').Replace('\u00A0', ' ');
        var places = new[] { "Porter plainte, avec de l'aide", "<ol class=\"steps\">", "Demandez de l'aide", "/ressources/caap", "Dites ce qui est arrivé", "45 jours", "Protecteur du citoyen", "jamais vérifié", "Qui peut vous aider</h2>" }
            .Select(w => page.IndexOf(w, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        // The steps are the sheet: it does not come a second time among the bodies.
        Assert.Equal(page.IndexOf("/ressources/porter-plainte", StringComparison.Ordinal), page.LastIndexOf("/ressources/porter-plainte", StringComparison.Ordinal));
    }
}
