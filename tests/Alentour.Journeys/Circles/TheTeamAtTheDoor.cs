using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Microsoft.Playwright;
using Walk = Alentour.Journeys.Frame.Walk;

namespace Alentour.Journeys.Circles;

/// <summary>
/// While people sit together, those whom the house gave a role go by hand through every door and every listing, with the circle's address copied
/// from a member: they meet nobody, and not even that there is a circle. Then the group invites one of them, and all who sit there read who she is.
/// </summary>
public sealed class TheTeamAtTheDoor(Browser browser)
{
    const string Canary = "Canari-";
    const string Question = "canariquestion";
    const string Visitor = Canary + "Florence";

    // An address as those of circles are.
    static readonly string Nowhere = $"/cercles/{Guid.NewGuid()}";

    /// <summary>Where a circle could show; the rest of the house is gone through by one of them.</summary>
    static readonly string[] Near = ["/aujourdhui", "/groupes", Evening.Group, "/cercles", "/cercles/ferme", "/cercles/sorti", "/ma-visite", "/semaine", "/mes-donnees/lisible"];

    [Theory, InlineData(360), InlineData(1280)]
    public async Task A_member_of_the_team_tries_every_way_in_and_every_listing(int width)
    {
        await using var evening = await Evening.ComesAsync();
        await PlantAsync(evening);
        await browser.WalkAsync(evening.House, new Screen(width), async nadia =>
        {
            await nadia.EnterAsAsync("Nadia");
            var before = await nadia.TourAsync(Evening.Group);
            using var visitor = await SitTogetherAsync(evening);
            var after = await nadia.TourAsync(Evening.Group);
            Assert.True(before.Count > 90, string.Join('\n', before.Keys));
            Assert.Equal(before.Keys, after.Keys);
            Assert.Empty(after.Where(p => before[p.Key] != p.Value || Tells(p.Value)).Select(p => p.Key));
            await NothingIsThereAsync(nadia, evening);
            await NoWordsOpenAsync(nadia, evening);
        });
    }

    [Theory, InlineData("Line", 360), InlineData("Denise", 1280), InlineData("Gaétan", 360)]
    public async Task Nor_does_coordination_the_board_or_a_volunteer_come_in(string name, int width)
    {
        await using var evening = await Evening.ComesAsync();
        await PlantAsync(evening);
        using var visitor = await SitTogetherAsync(evening);
        await browser.WalkAsync(evening.House, new Screen(width), async walk =>
        {
            await walk.EnterAsAsync(name);
            foreach (var address in Near)
                Assert.False(Tells(await walk.SeenAsync(address)), address);
            foreach (var inside in new[] { "/cercle", "/cercle/feuille", "/entre-nous", "/accueil", "/qui-je-vois", "/rencontres" })
                Assert.False(Tells(await walk.SeenAsync(Evening.Group + inside, 404)), inside);
            await NothingIsThereAsync(walk, evening);
            await NoWordsOpenAsync(walk, evening);
        });
    }

    [Theory, InlineData(360), InlineData(1280)]
    public async Task Invited_by_the_group_she_sits_there_and_all_read_who_she_is(int width)
    {
        await using var evening = await Evening.ComesAsync();
        await PlantAsync(evening);
        using var visitor = await SitTogetherAsync(evening);
        await evening.InviteAsync("Nadia");
        // Entering leads to /aujourdhui, and there the invitation stands.
        await AllReadAsync(evening, width, nadia => nadia.PressAsync(nadia.Say("circle.invited", ("group", "Cercle du jeudi"))));
    }

    [Theory, InlineData(360), InlineData(1280)]
    public async Task As_a_member_of_the_group_she_sits_there_as_such_with_her_role_and_acts_for_nobody(int width)
    {
        await using var evening = await Evening.ComesAsync();
        await PlantAsync(evening);
        await Sql.RunAsync(evening.House, "INSERT INTO membership (group_id, person_id, since) SELECT g.id, p.id, '2026-01-01' FROM mutual_aid_group g, person p WHERE g.slug = 'cercle-du-jeudi' AND p.chosen_name = 'Nadia'");
        using var visitor = await SitTogetherAsync(evening);
        await AllReadAsync(evening, width, nadia => nadia.GoAsync(evening.Circle));
    }

    /// <summary>Everybody of no role bears a name that stands nowhere else; who acts here is in already.</summary>
    static async Task PlantAsync(Evening evening)
    {
        await Task.WhenAll(((string[])["Simone", "Maude", "Luc"]).Select(evening.BrowserOfAsync));
        await Sql.RunAsync(evening.House, $"UPDATE person SET chosen_name = '{Canary}' || chosen_name WHERE id NOT IN (SELECT person_id FROM held_role)");
    }

    /// <summary>Simone opens and seats Rosalie; Maude and Luc come; Florence, who announced a visit, waits at the threshold.</summary>
    static async Task<HttpClient> SitTogetherAsync(Evening evening)
    {
        await evening.OpenCircleAsync(Question);
        await evening.SeatAsync("Maude", "Luc");
        await evening.SeatByHandAsync("Room", Canary + "Rosalie");
        var visitor = await evening.AtThresholdAsync(Visitor);
        // What is sought is there to be found by those who sit there.
        var page = await (await evening.BrowserOfAsync("Luc")).GetStringAsync(evening.Circle);
        Assert.All([Canary + "Simone", Canary + "Maude", Canary + "Rosalie", Visitor, Question], sought => Assert.Contains(sought, page));
        return visitor;
    }

    static bool Tells(Seen seen) => new[] { Canary, Question }.Any(w => seen.Words.Contains(w, StringComparison.OrdinalIgnoreCase) || seen.Source.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>The circle's own address, read, printed and listened to, is an address that was never given.</summary>
    static async Task NothingIsThereAsync(Walk walk, Evening evening)
    {
        foreach (var media in new[] { Media.Screen, Media.Print })
        {
            await walk.Page.EmulateMediaAsync(new() { Media = media });
            // A page that looks again by itself is led to that of a circle that closed, whichever it was.
            foreach (var (asked, status) in new[] { ("", 404), ("?auto=1", 200), ("?auto=suite", 404) })
            {
                var (there, nowhere) = (await walk.SeenAsync(evening.Circle + asked, status), await walk.SeenAsync(Nowhere + asked, status));
                Assert.Equal(Plain(nowhere, Nowhere), Plain(there, evening.Circle));
                Assert.False(Tells(there));
            }
        }
        await walk.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        foreach (var circle in new[] { evening.Circle, Nowhere })
        {
            walk.Complaints.Expect(circle + "/flux", 404);
            Assert.Equal("refused", await walk.Page.EvaluateAsync<string>("""
                path => new Promise(done => {
                  const stream = new EventSource(path);
                  stream.onopen = () => done("open");
                  stream.onerror = () => { stream.close(); done("refused"); };
                })
                """, circle + "/flux"));
        }
    }

    static Seen Plain(Seen seen, string circle) => seen with { Words = Without(seen.Words, circle), Source = Without(seen.Source, circle) };

    // In links it stands encoded.
    static string Without(string said, string circle) => said.Replace(circle["/cercles/".Length..], "…", StringComparison.Ordinal);

    /// <summary>Neither the tablet's words nor the name of the visit: right ones and wrong ones are refused with the same page.</summary>
    static async Task NoWordsOpenAsync(Walk walk, Evening evening)
    {
        walk.Complaints.Expect("/cercles/tablette", 422);
        walk.Complaints.Expect("/cercles/arriver", 422);
        var waiting = await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival");
        Assert.Equal(await TabletAsync("abri abri abri abri"), await TabletAsync(await evening.WordsAsync()));
        Assert.Equal(await ByNameAsync("Xyzzy"), await ByNameAsync(Visitor));
        Assert.Equal(waiting, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        Assert.Equal(0, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_seat WHERE kind = 'Tablet'"));

        async Task<string> TabletAsync(string words)
        {
            await walk.GoAsync("/cercles/tablette");
            await walk.Page.FillAsync("#mots", words);
            await walk.PressAsync(walk.Say("tablet.press"));
            await walk.SeesAsync(walk.Say("circle.refusal.roles"));
            return await walk.WordsAsync();
        }

        async Task<string> ByNameAsync(string name)
        {
            await walk.GoAsync("/cercles/arriver");
            await walk.Page.Locator("#lost > summary").ClickAsync();
            await walk.Page.SelectOptionAsync("#groupe", "cercle-du-jeudi");
            await walk.Page.FillAsync("#nom", name);
            await walk.PressOnAsync("button[name=geste][value=nom]");
            await walk.SeesAsync(walk.Say("circle.refusal.roles"));
            return await walk.WordsAsync();
        }
    }

    /// <summary>Before the door she meets nobody; once she sits there everybody reads it: with script, without, and on the tablet of the room.</summary>
    async Task AllReadAsync(Evening evening, int width, Func<Walk, Task> come) =>
        await browser.WalkAsync(evening.House, new Screen(width), maude => browser.WalkAsync(evening.House, new Screen(width, Scripts: false), luc => browser.WalkAsync(evening.House, new Screen(width), tablet => browser.WalkAsync(evening.House, new Screen(width), async nadia =>
        {
            await evening.ComeAsync(maude, Canary + "Maude", enters: false);
            await evening.ComeAsync(luc, Canary + "Luc", enters: false);
            await tablet.GoAsync("/cercles/tablette");
            await tablet.Page.FillAsync("#mots", await evening.WordsAsync());
            await tablet.PressAsync(tablet.Say("tablet.press"));
            await nadia.EnterAsAsync("Nadia");
            await come(nadia);
            Assert.Equal(evening.Circle, nadia.Here);
            Assert.DoesNotContain(Canary, await nadia.Page.ContentAsync());
            await SaysSoAsync(nadia);
            await nadia.LookAsync();
            await nadia.ChooseAsync("entrer");
            foreach (var walk in new[] { maude, luc, tablet, nadia })
                await walk.HearsAsync(walk.Say("circle.roleHere", ("name", "Nadia"), ("role", walk.Say("circle.role.Staff"))));
            await nadia.SeatsAsync(Canary + "Rosalie");
            await SaysSoAsync(nadia);
            foreach (var press in new[] { "entrez", "garder", "depart" })
                Assert.Equal(0, await nadia.Page.Locator($"[value='{press}']").CountAsync());
            await tablet.LookAsync();
        }))));

    /// <summary>Who can see this page, and that whoever lies about who they are cannot be found out (design/wording.md).</summary>
    static async Task SaysSoAsync(Walk walk)
    {
        await walk.SeesAsync("Les personnes assises dans ce cercle voient cette page. L’équipe n’y entre pas. L’hébergeur pourrait techniquement la lire pendant la rencontre. Les tours s’effacent à la fermeture.");
        await walk.SeesAsync("Rien ne permet de savoir si une personne ment sur qui elle est.");
    }
}
