using System.Diagnostics;
using System.Threading.Channels;
using Alentour.Foundation.Live;
using Alentour.Tests.Cast;
using Alentour.Tests.Cast.Listening;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Live;

public sealed class LivePage
{
    const string Topic = "test:one";

    static readonly Guid Simone = Guid.NewGuid();
    static readonly Guid Luc = Guid.NewGuid();

    readonly Followed _followed = new() { May = { [Topic] = new HashSet<Guid> { Simone, Luc } } };

    [Fact]
    public async Task Whoever_follows_is_told_each_time_that_something_changed()
    {
        await using var house = await _followed.OpenAsync();
        await using var page = await Followed.FollowAsync(house, Topic, Simone);
        Assert.Equal(new HeardEvent("message", "0", "0"), await page.NextAsync());
        for (var number = 1; number <= 3; number++)
        {
            await Followed.RaiseAsync(house, Topic);
            Assert.Equal(new HeardEvent("message", $"{number}", $"{number}"), await page.NextAsync());
        }
        Assert.False(page.HasMore);
        Assert.Equal(3, await house.Services.GetRequiredService<LiveTopics>().NumberAsync(Topic, default));
    }

    [Fact]
    public async Task The_line_is_open_from_the_start_and_nothing_holds_it_back()
    {
        await using var house = await _followed.OpenAsync();
        await using var page = await Followed.FollowAsync(house, Topic, Simone);
        Assert.Equal("text/event-stream", page.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", page.Answer.Headers.CacheControl!.ToString());
        Assert.Equal(["no"], page.Answer.Headers.GetValues("X-Accel-Buffering"));
        Assert.Empty(page.Answer.Content.Headers.ContentEncoding);
        Assert.Null(page.Answer.Headers.ETag);
        await page.NextAsync();
        Assert.InRange(page.Reader.Retry!.Value, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.5));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("1", true)]
    [InlineData("3", false)]
    [InlineData("9", true)]
    [InlineData("rien", true)]
    public async Task Whoever_comes_back_is_told_the_present_number_unless_they_have_seen_it(string? seen, bool isTold)
    {
        await using var house = await _followed.OpenAsync();
        for (var i = 0; i < 3; i++)
            await Followed.RaiseAsync(house, Topic);
        await using var page = await Followed.FollowAsync(house, Topic, Simone, seen);
        if (isTold)
            Assert.Equal("3", (await page.NextAsync()).Words);
        await Followed.RaiseAsync(house, Topic);
        Assert.Equal("4", (await page.NextAsync()).Words);
    }

    [Fact]
    public async Task Whoever_may_not_follow_any_more_is_cut_off_at_the_next_event_and_hears_nothing_of_it()
    {
        await using var house = await _followed.OpenAsync();
        await using var stays = await Followed.FollowAsync(house, Topic, Simone);
        await using var goes = await Followed.FollowAsync(house, Topic, Luc);
        await stays.NextAsync();
        await goes.NextAsync();
        _followed.May[Topic] = new HashSet<Guid> { Simone };
        await Followed.RaiseAsync(house, Topic);
        Assert.Equal("1", (await stays.NextAsync()).Words);
        await goes.EndedAsync();
        Assert.False(goes.HasMore);
        await Followed.RaiseAsync(house, Topic);
        Assert.Equal("2", (await stays.NextAsync()).Words);
    }

    [Fact]
    public async Task Whoever_may_not_follow_hears_nothing_from_the_start()
    {
        await using var house = await _followed.OpenAsync();
        await Followed.RaiseAsync(house, Topic);
        await using var page = await Followed.FollowAsync(house, Topic, Guid.NewGuid());
        await page.EndedAsync();
        Assert.False(page.HasMore);
    }

    [Fact]
    public async Task Without_an_event_too_whoever_may_not_follow_any_more_is_cut_off_in_twenty_seconds()
    {
        await using var house = await _followed.OpenAsync();
        await using var page = await Followed.FollowAsync(house, Topic, Luc);
        await page.NextAsync();
        _followed.May[Topic] = new HashSet<Guid> { Simone };
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.False(page.IsEnded);
        house.Clock.Advance(TimeSpan.FromSeconds(20));
        await page.EndedAsync();
        Assert.False(page.HasMore);
    }

    [Fact]
    public async Task A_quiet_line_says_every_twenty_seconds_that_it_is_there()
    {
        await using var house = await _followed.OpenAsync();
        await using var page = await Followed.FollowAsync(house, Topic, Simone);
        await page.NextAsync();
        for (var times = 0; times < 2; times++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal("ici", (await page.NextAsync()).Kind);
        }
        Assert.False(page.HasMore);
    }

    [Fact]
    public async Task The_end_of_a_topic_is_the_last_event_and_leaves_no_row()
    {
        await using var house = await _followed.OpenAsync();
        await Followed.RaiseAsync(house, Topic);
        await using var page = await Followed.FollowAsync(house, Topic, Simone);
        await using var known = await Followed.FollowAsync(house, Topic, Luc, seen: "1");
        Assert.Equal("1", (await page.NextAsync()).Words);
        await Followed.EndAsync(house, Topic);
        foreach (var ended in new[] { page, known })
        {
            Assert.Equal("fin", (await ended.NextAsync()).Kind);
            await ended.EndedAsync();
            await Assert.ThrowsAsync<ChannelClosedException>(ended.NextAsync);
        }
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM live_topic"));
    }

    [Fact]
    public async Task A_topic_that_its_audience_calls_over_ends_although_no_row_ever_was()
    {
        await using var house = await _followed.OpenAsync();
        _followed.May[Topic] = null;
        await using var page = await Followed.FollowAsync(house, Topic, Simone);
        Assert.Equal("fin", (await page.NextAsync()).Kind);
        await page.EndedAsync();
    }

    [Fact]
    public async Task An_act_that_wakes_nobody_is_told_within_the_second()
    {
        await using var house = await _followed.OpenAsync();
        await using var page = await Followed.FollowAsync(house, Topic, Simone);
        await page.NextAsync();
        await Sql.RunAsync(house, $"INSERT INTO live_topic (topic, sequence) VALUES ('{Topic}', 7)");
        Assert.Equal("7", (await page.NextAsync()).Words);
    }

    [Fact]
    public async Task An_act_that_is_not_kept_is_not_told()
    {
        await using var house = await _followed.OpenAsync();
        await using var page = await Followed.FollowAsync(house, Topic, Simone);
        await page.NextAsync();
        var topics = house.Services.GetRequiredService<LiveTopics>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Database.WriteAsync(async (connection, transaction) =>
        {
            await topics.RaiseAsync(connection, transaction, Topic, default);
            throw new InvalidOperationException("The act fails.");
        }));
        topics.Wake(Topic);
        await Followed.RaiseAsync(house, Topic);
        Assert.Equal("1", (await page.NextAsync()).Words);
        Assert.False(page.HasMore);
    }

    [Fact]
    public async Task A_house_that_closes_ends_every_line_and_waits_for_none()
    {
        var house = await _followed.OpenAsync();
        await using var page = await Followed.FollowAsync(house, Topic, Simone);
        await page.NextAsync();
        var closing = Stopwatch.StartNew();
        await house.DisposeAsync();
        Assert.InRange(closing.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await page.EndedAsync();
        Assert.False(page.HasMore);
    }
}
