using System.Net;
using System.Text.RegularExpressions;
using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Tests.Cast;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.Groups.Gathered;

/// <summary>What a practice offers at a group stands on its pages: first while people gather, a button beside the meetings before.</summary>
public sealed partial class GatheringDoorPage
{
    const string Within = VisitSteps.Group + "/entre-nous";

    [Fact]
    public async Task Among_members_the_way_in_is_a_button_beside_the_meetings_and_comes_first_while_people_gather()
    {
        var door = new Door();
        await using var house = await House.OpenAsync(services: services => services.AddSingleton<IGatheringDoor>(door));
        using var simone = await house.SignedInAsync("Simone");
        Assert.DoesNotContain("/essai/", await simone.GetStringAsync(Within));
        door.Line = new GatheringLine("Essai & thé", "/essai/cercle-du-jeudi", IsOpen: false);
        var closed = await simone.GetStringAsync(Within);
        Assert.Equal("Essai &amp; thé", WebUtility.HtmlDecode(Link().Match(closed).Groups[1].Value).Replace("&", "&amp;", StringComparison.Ordinal));
        Assert.True(closed.IndexOf("id=\"meetings\"", StringComparison.Ordinal) < Link().Match(closed).Index);
        Assert.DoesNotContain("id=\"gathering\"", closed);
        door.Line = door.Line with { IsOpen = true };
        var open = await simone.GetStringAsync(Within);
        Assert.Single(Link().Matches(open));
        Assert.InRange(Link().Match(open).Index, open.IndexOf("</header>", open.IndexOf("<h1", StringComparison.Ordinal), StringComparison.Ordinal), open.IndexOf("id=\"meetings\"", StringComparison.Ordinal));
        Assert.Equal(("Simone", GatheredSteps.Thursday), door.Asked);
    }

    [Fact]
    public async Task For_an_announced_visitor_it_comes_first_while_people_gather_and_for_a_stranger_it_is_nowhere()
    {
        var door = new Door { Line = new GatheringLine("Essai", "/essai/visite", IsOpen: true) };
        await using var house = await House.OpenAsync(services: services => services.AddSingleton<IGatheringDoor>(door));
        using var stranger = house.Newcomer();
        Assert.DoesNotContain("/essai/", await stranger.GetStringAsync("/ma-visite"));
        await stranger.ComeAsync(VisitSteps.Group, ("nom", "Ré"));
        var open = await stranger.GetStringAsync("/ma-visite");
        Assert.InRange(Link().Match(open).Index, open.IndexOf("</h1>", StringComparison.Ordinal), open.IndexOf("class=\"when\"", StringComparison.Ordinal));
        door.Line = door.Line with { IsOpen = false };
        var closed = await stranger.GetStringAsync("/ma-visite");
        Assert.True(Link().Match(closed).Index > closed.IndexOf("class=\"when\"", StringComparison.Ordinal));
        door.Line = null;
        Assert.DoesNotContain("/essai/", await stranger.GetStringAsync("/ma-visite"));
    }

    [GeneratedRegex("""<a class="button[^"]*" href="/essai/[^"]*">([^<]*)</a>""")]
    private static partial Regex Link();

    sealed class Door : IGatheringDoor
    {
        public GatheringLine? Line { get; set; }

        public (string Name, string Slug)? Asked { get; private set; }

        public Task<GatheringLine?> ForMemberAsync(Me me, Guid group, string slug, CancellationToken stop)
        {
            Asked = (me.ChosenName, slug);
            return Task.FromResult(Line);
        }

        public Task<GatheringLine?> ForVisitAsync(HttpRequest request, CancellationToken stop) => Task.FromResult(request.Cookies.ContainsKey("visite") ? Line : null);
    }
}
