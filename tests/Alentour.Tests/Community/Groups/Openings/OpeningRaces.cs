using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups.Openings;

public sealed class OpeningRaces
{
    [Fact]
    public async Task Of_two_who_write_one_part_at_once_one_is_kept_and_the_other_keeps_what_they_typed()
    {
        await using var house = await House.OpenAsync();
        const string section = "/groupes/cercle-du-jeudi/page/mots";
        var members = await Task.WhenAll(new[] { "Maude", "Simone", "Jean-Guy", "Kateri" }.Select(house.SignedInAsync));
        var seen = await members[0].SeenAsync(section);
        var answers = await Task.WhenAll(members.Select((m, i) => m.SendAsync(section, ("nom", "Cercle du jeudi"), ("mots", $"Mots {i}"), ("pourqui", "Nous"), ("langue", "fr"), ("vu", seen))));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.SeeOther));
        var loser = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.UnprocessableEntity);
        var page = WebUtility.HtmlDecode(await answers[loser].Content.ReadAsStringAsync());
        Assert.Contains($"Mots {loser}", page);
        Assert.Contains("vient d’écrire", page);
    }

    [Fact]
    public async Task Of_two_who_adopt_agreements_at_once_one_number_is_written()
    {
        await using var house = await House.OpenAsync();
        var members = await Task.WhenAll(new[] { "Maude", "Simone", "Jean-Guy", "Kateri" }.Select(house.SignedInAsync));
        var answers = await Task.WhenAll(members.Select((m, i) => m.SendAsync("/groupes/cercle-du-jeudi/accords", ("articles", $"Article {i}"), ("maniere", "Ensemble"), ("vu", "1"))));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.SeeOther));
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task Groups_of_one_name_published_at_once_have_an_address_each()
    {
        await using var house = await House.OpenAsync();
        var members = await Task.WhenAll(new[] { "Maude", "Simone", "Océane" }.Select(house.SignedInAsync));
        var drafts = new List<string>();
        foreach (var member in members)
        {
            drafts.Add(await member.OpenGroupAsync());
            await member.WriteAllAsync(drafts[^1]);
        }
        var published = await Task.WhenAll(members.Select((m, i) => m.PublishAsync(drafts[i])));
        Assert.Equal(["/groupes/les-nuits-blanches", "/groupes/les-nuits-blanches-2", "/groupes/les-nuits-blanches-3"], published.Order());
    }

    [Fact]
    public async Task A_role_taken_while_a_draft_is_open_keeps_it_from_being_published_until_it_is_laid_down()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        var draft = await oceane.OpenGroupAsync();
        await oceane.WriteAllAsync(draft);
        await Sql.RunAsync(house, "INSERT INTO held_role (person_id, kind, since, decision) SELECT id, 'Volunteer', '2026-11-26', 'Le comité' FROM person WHERE chosen_name = 'Océane'");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await oceane.SendAsync(draft + "/page", ("geste", "publier"))).StatusCode);
        await oceane.SendAsync("/mes-roles", ("deposer", "Volunteer"));
        await oceane.PublishAsync(draft);
    }
}
