using System.Net;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.People;
using Alentour.Tests.Personas;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>Maude no longer wishes to see Luc. In a circle nobody is hidden: seated, both see each other; before that, she reads that he is there and chooses, he reads nothing.</summary>
public sealed class BlockedInCirclePrivacy
{
    const string There = "que vous ne souhaitez plus voir, est dans ce cercle";

    [Fact]
    public async Task Whoever_blocked_reads_before_entering_that_the_other_is_there_and_seated_they_see_each_other()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var maude = await evening.InAsync("Maude");
        await BlockPrivacy.BlockAsync(maude, "Luc", Group + "/entre-nous");
        Assert.DoesNotContain(There, await maude.PageAsync(evening.Circle));
        var luc = await evening.SeatedAsync("Luc");
        var page = await maude.PageAsync(evening.Circle);
        Assert.Contains($"Luc, {There}", page);
        Assert.Equal(HttpStatusCode.SeeOther, (await maude.EnterAsync(evening.Circle, page)).StatusCode);
        Assert.Contains("Maude", Under(await luc.PageAsync(evening.Circle)).Keys);
        Assert.Contains("Luc", Under(await maude.PageAsync(evening.Circle)).Keys);
    }

    [Fact]
    public async Task Whoever_was_blocked_stands_before_the_same_door_as_anybody()
    {
        await using var evening = await WatchedEvening.OpenAsync();
        var luc = await evening.InAsync("Luc");
        var maude = await evening.SeatedAsync("Maude");
        var before = await Pairs.SaidAsync(await luc.GetAsync(evening.Circle));
        Assert.Contains("Entrer et prendre place", before);
        await BlockPrivacy.BlockAsync(maude, "Luc", Group + "/entre-nous");
        Assert.Equal(before, await Pairs.SaidAsync(await luc.GetAsync(evening.Circle)));
        // Somebody else's page bears their own name in its head.
        Assert.Equal(Entrance(before), Entrance(await Pairs.SaidAsync(await (await evening.InAsync("Kateri")).GetAsync(evening.Circle))));
    }

    static string Entrance(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..];

    [Fact]
    public async Task A_first_visit_with_an_account_reads_the_same_at_the_threshold()
    {
        await using var evening = await WatchedEvening.ComesAsync();
        // They met in another group: Aïcha and Maude sit on a committee.
        var aicha = await evening.InAsync("Aïcha");
        await BlockPrivacy.BlockAsync(aicha, "Maude", "/groupes/comite-de-l-assemblee/entre-nous");
        await evening.AnnouncedAsync("Ré", aicha);
        var (other, _) = await evening.AnnouncedAsync("Ré", await evening.InAsync("Océane"));
        await evening.BeginAsync();
        Assert.DoesNotContain(There, await aicha.PageAsync("/cercles/arriver"));
        var without = await Pairs.SaidAsync(await other.GetAsync("/cercles/arriver"));
        var maude = await evening.SeatedAsync("Maude");
        // Whoever only looks is told nothing: first they are seen at the threshold themself.
        Assert.DoesNotContain(There, await aicha.PageAsync("/cercles/arriver"));
        await evening.ArriveAsync(aicha);
        Assert.Contains($"Maude, {There}", await aicha.PageAsync(evening.Circle));
        await BlockPrivacy.BlockAsync(maude, "Kateri", Group + "/entre-nous");
        await Sql.RunAsync(evening.House, "UPDATE block SET blocked_id = (SELECT id FROM person WHERE chosen_name = 'Océane') WHERE blocked_id = (SELECT id FROM person WHERE chosen_name = 'Kateri')");
        Assert.Equal(without, await Pairs.SaidAsync(await other.GetAsync("/cercles/arriver")));
    }
}
