using Alentour.Community.Groups;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.Groups.Gathered;

/// <summary>Which meeting somebody is at, by the clock of the house.</summary>
public sealed class GatheringsPage
{
    static readonly DateOnly Day = new(2026, 11, 26);

    [Fact]
    public async Task A_member_s_meeting_is_near_from_one_hour_before_until_its_end_and_the_next_is_another()
    {
        await using var house = await House.OpenAsync();
        await SeeAsync(house, GatheredSteps.At(17, 59), now: null, next: Day);
        await SeeAsync(house, GatheredSteps.At(18, 0), now: Day, next: Day.AddDays(7));
        await SeeAsync(house, GatheredSteps.At(19, 0), now: Day, next: Day.AddDays(7));
        await SeeAsync(house, GatheredSteps.At(20, 59), now: Day, next: Day.AddDays(7));
        await SeeAsync(house, GatheredSteps.At(21, 0), now: null, next: Day.AddDays(7));
    }

    [Fact]
    public async Task A_cancelled_meeting_is_none_and_a_moved_one_is_near_where_it_went()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "INSERT INTO meeting_change (series_id, day) SELECT s.id, '2026-11-26' FROM meeting_series s JOIN mutual_aid_group g ON g.id = s.group_id WHERE g.slug = 'cercle-du-jeudi'");
        await SeeAsync(house, GatheredSteps.At(18, 30), now: null, next: Day.AddDays(7));
        await Sql.RunAsync(house, "UPDATE meeting_change SET to_day = '2026-11-28', to_time = 870 WHERE day = '2026-11-26'");
        await SeeAsync(house, GatheredSteps.At(18, 30), now: null, next: Day);
        await SeeAsync(house, GatheredSteps.At(13, 30).AddDays(2), now: Day, next: Day.AddDays(7));
    }

    [Fact]
    public async Task A_meeting_that_goes_on_past_midnight_is_near_until_it_ends_for_members_and_visitors_alike()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE meeting_series SET starts_at = 1380");
        var (browser, _) = await house.AnnounceAsync("Ré");
        house.Clock.MoveTo(GatheredSteps.At(22).AddHours(2).AddMinutes(59));
        await SeeAsync(house, house.Clock.GetUtcNow(), now: Day, next: Day.AddDays(7));
        Assert.Equal(Day, (await house.Gatherings().ForVisitAsync(browser.Request, default))?.Now?.PlannedDay);
        house.Clock.MoveTo(GatheredSteps.At(22).AddHours(3));
        await SeeAsync(house, house.Clock.GetUtcNow(), now: null, next: Day.AddDays(7));
        Assert.Null(await house.Gatherings().ForVisitAsync(browser.Request, default));
    }

    [Fact]
    public async Task The_world_learns_of_a_published_group_whether_a_meeting_is_near()
    {
        await using var house = await House.OpenAsync();
        Assert.Null((await house.Gatherings().ForPublicAsync(GatheredSteps.Thursday, default))!.Value.Now);
        house.Clock.MoveTo(GatheredSteps.At(18));
        var (group, now) = (await house.Gatherings().ForPublicAsync(GatheredSteps.Thursday, default))!.Value;
        Assert.Equal((group.Id, Day), (now!.GroupId, now.PlannedDay));
        Assert.Null(await house.Gatherings().ForPublicAsync("un-groupe-qui-n-existe-pas", default));
    }

    static async Task SeeAsync(House house, DateTimeOffset at, DateOnly? now, DateOnly? next)
    {
        house.Clock.MoveTo(at);
        var there = await house.ThereAsync("Simone");
        Assert.Equal((now, next), (there.Now?.PlannedDay, there.Next?.PlannedDay));
    }
}
