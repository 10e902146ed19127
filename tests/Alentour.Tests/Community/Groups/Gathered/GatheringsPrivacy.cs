using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups.Gathered;

/// <summary>Who is at a group: its members, whatever else they are, and nobody else, whatever they are.</summary>
public sealed class GatheringsPrivacy(StandingHouses houses)
{
    [Fact]
    public async Task A_member_reads_the_group_as_its_members_wrote_it_and_is_there_under_their_name()
    {
        await using var house = await House.OpenAsync(now: GatheredSteps.At(18, 30));
        var plain = await house.ThereAsync("Kateri");
        Assert.Equal(("Cercle du jeudi", GatheredSteps.Thursday, Language.French), (plain.Group.Name, plain.Group.Slug, plain.Group.Spoken));
        Assert.NotEmpty(plain.Group.Agreements);
        Assert.All(plain.Group.Agreements, a => Assert.Equal(Typography.French(a), a));
        Assert.NotNull(plain.Group.AgreedOn);
        Assert.Equal((await house.IdAsync("Kateri"), "Kateri"), (plain.PersonId, plain.Name));
        Assert.Empty(plain.Roles);
        Assert.False(plain.IsNew);
        using var kateri = await house.SignedInAsync("Kateri");
        await kateri.SendAsync(VisitSteps.Group + "/entre-nous", ("geste", "nom"), ("nom", "Brise"));
        var renamed = await house.ThereAsync("Kateri");
        Assert.Equal("Brise", renamed.Name);
        Assert.NotEqual(plain.QuiltSeed, renamed.QuiltSeed);
        Assert.Contains($">{renamed.Name}<", await kateri.GetStringAsync(VisitSteps.Group + "/entre-nous"));
        Assert.Equal(renamed.Group, (await house.Gatherings().OfAsync(renamed.Group.Id, default))! with { Agreements = renamed.Group.Agreements });
    }

    [Theory]
    [InlineData("Solange")]
    [InlineData("Océane")]
    [InlineData("Line")]
    [InlineData("Nadia")]
    [InlineData("Denise")]
    [InlineData("Gaétan")]
    public async Task For_whoever_is_no_member_a_group_is_not_there_whatever_role_they_hold(string name)
    {
        var house = await houses.DemonstrationAsync();
        var group = (await house.ThereAsync("Simone")).Group.Id;
        var me = await house.MeAsync(name);
        Assert.Null(await house.Gatherings().ForMemberAsync(me, GatheredSteps.Thursday, default));
        Assert.Null(await house.Gatherings().ForMemberAsync(me, group, default));
        Assert.Null(await house.Gatherings().ForMemberAsync(me, "un-groupe-qui-n-existe-pas", default));
        Assert.Null(await house.Gatherings().ForMemberAsync(me, Guid.CreateVersion7(), default));
        Assert.False(await house.ActAsync((c, t) => house.Gatherings().IsMemberAsync(c, t, group, me.Id, default)));
        Assert.True(await house.ActAsync(async (c, t) => await house.Gatherings().IsMemberAsync(c, t, group, await house.IdAsync("Simone"), default)));
    }

    [Fact]
    public async Task Whoever_left_is_no_longer_there()
    {
        await using var house = await House.OpenAsync();
        var (me, group) = (await house.MeAsync("Kateri"), (await house.ThereAsync("Kateri")).Group.Id);
        using var kateri = await house.SignedInAsync("Kateri");
        await kateri.SendAsync(VisitSteps.Group + "/entre-nous", ("geste", "partir"));
        Assert.Null(await house.Gatherings().ForMemberAsync(me, GatheredSteps.Thursday, default));
        Assert.False(await house.ActAsync((c, t) => house.Gatherings().IsMemberAsync(c, t, group, me.Id, default)));
    }

    [Fact]
    public async Task A_member_who_holds_a_role_is_there_with_it_and_leaves_the_pen_to_the_others()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "INSERT INTO membership (group_id, person_id, since) SELECT g.id, p.id, '2026-01-01' FROM mutual_aid_group g, person p WHERE g.slug = 'cercle-du-jeudi' AND p.chosen_name = 'Nadia'");
        var nadia = await house.ThereAsync("Nadia");
        Assert.Equal([RoleKind.Staff], nadia.Roles);
        await RefusedAsync("pen.refusal.role", house, (g, c, t) => g.RefuseRolesAsync(c, t, nadia, default));
        await RefusedAsync("pen.refusal.role", house, (g, c, t) => g.TakePenAsync(c, t, nadia, default));
        await house.ActAsync((c, t) => house.Gatherings().RefuseNewcomersAsync(c, t, nadia, default));
        var simone = await house.ThereAsync("Simone");
        await house.ActAsync((c, t) => house.Gatherings().RefuseRolesAsync(c, t, simone, default));
        await house.ActAsync((c, t) => house.Gatherings().TakePenAsync(c, t, simone, default));
    }

    [Fact]
    public async Task Whoever_has_just_come_leaves_what_is_done_in_the_group_s_name_to_the_others_for_a_week()
    {
        await using var house = await House.OpenAsync();
        using var oceane = await house.SignedInAsync("Océane");
        await oceane.SendAsync(VisitSteps.Group + "/rejoindre");
        var there = await house.ThereAsync("Océane");
        Assert.True(there.IsNew);
        await RefusedAsync("standing.refusal", house, (g, c, t) => g.RefuseNewcomersAsync(c, t, there, default));
        await RefusedAsync("standing.refusal", house, (g, c, t) => g.TakePenAsync(c, t, there, default));
        house.Clock.Advance(TimeSpan.FromDays(7));
        Assert.False((await house.ThereAsync("Océane")).IsNew);
        await house.ActAsync((c, t) => house.Gatherings().TakePenAsync(c, t, there, default));
        await oceane.SendAsync(VisitSteps.Group + "/entre-nous", ("geste", "partir"));
        await RefusedAsync("pen.refusal.left", house, (g, c, t) => g.TakePenAsync(c, t, there, default));
    }

    [Fact]
    public async Task A_group_that_withdrew_its_page_is_there_for_its_members_alone()
    {
        await using var house = await House.OpenAsync(now: GatheredSteps.At(18, 30));
        var (browser, _) = await house.AnnounceAsync("Ré");
        Assert.NotNull(await house.Gatherings().ForVisitAsync(browser.Request, default));
        Assert.NotNull(await house.Gatherings().ForPublicAsync(GatheredSteps.Thursday, default));
        await Sql.RunAsync(house, "UPDATE mutual_aid_group SET published_at = NULL WHERE slug = 'cercle-du-jeudi'");
        Assert.Null(await house.Gatherings().ForVisitAsync(browser.Request, default));
        Assert.Null(await house.Gatherings().ForPublicAsync(GatheredSteps.Thursday, default));
        Assert.NotNull((await house.ThereAsync("Simone")).Now);
    }

    [Fact]
    public async Task Whoever_is_seated_reads_how_the_group_hears_each_other_at_any_hour()
    {
        var house = await houses.DemonstrationAsync();
        var group = (await house.ThereAsync("Simone")).Group.Id;
        Assert.Equal(new GroupHearing("418 555-0161", "4321", null), await house.Gatherings().HearingAsync(group, default));
        Assert.Null(await house.Gatherings().HearingAsync((await house.ThereAsync("Luc", "entendre-des-voix")).Group.Id, default));
        Assert.Null(await house.Gatherings().OfAsync(Guid.CreateVersion7(), default));
    }

    static async Task RefusedAsync(string key, House house, Func<Gatherings, System.Data.Common.DbConnection, System.Data.Common.DbTransaction, Task> act) =>
        Assert.Equal(key, (await Assert.ThrowsAsync<RefusalException>(() => house.ActAsync((c, t) => act(house.Gatherings(), c, t)))).TextKey);
}
