using Alentour.Foundation.Jobs;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alentour.Tests.Foundation.Jobs;

/// <summary>What is to be done soon after an act: once, by one node, again while it fails, and not for ever.</summary>
public sealed class JobRaces
{
    [Fact]
    public async Task Of_eight_nodes_each_job_is_in_one_hand()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var kind = new Counted();
        await AskAsync(house, [.. Enumerable.Range(0, 24).Select(i => $"about-{i}")]);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Node(house, kind).RunDueAsync())));
        Assert.Equal(24, kind.Times);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM job WHERE name = 'counted'"));
    }

    [Fact]
    public async Task What_waits_already_is_not_asked_for_twice_and_what_was_not_kept_was_never_asked_for()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        await AskAsync(house, "same", "same");
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Database.WriteAsync(async (connection, transaction) =>
        {
            await house.Services.GetRequiredService<JobQueue>().AddAsync(connection, transaction, "counted", "other", default);
            throw new InvalidOperationException("The act did not happen.");
        }));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM job"));
    }

    [Fact]
    public async Task A_job_that_fails_waits_longer_each_time_and_is_given_up_when_its_time_is_over()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var kind = new Counted { Fails = true };
        var node = Node(house, kind);
        await AskAsync(house, "about");
        await node.RunDueAsync();
        await node.RunDueAsync();
        Assert.Equal(1, kind.Times);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await node.RunDueAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await node.RunDueAsync();
        Assert.Equal(2, kind.Times);
        for (var hour = 0; hour < 30; hour++)
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await node.RunDueAsync();
        }
        Assert.InRange(kind.Times, 8, 20);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM job WHERE name = 'counted'"));
    }

    [Fact]
    public async Task A_job_refused_for_good_is_tried_once()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var kind = new Counted { Fails = true, IsFinal = true };
        await AskAsync(house, "about");
        await Node(house, kind).RunDueAsync();
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM job WHERE name = 'counted'"));
    }

    [Fact]
    public async Task A_node_that_dies_with_a_job_in_hand_is_followed_by_another()
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var kind = new Counted();
        await AskAsync(house, "about");
        await Sql.RunAsync(house, $"UPDATE job SET taken_by = 'dead', taken_until = {(house.Clock.GetUtcNow() + JobQueue.Lease).ToUnixTimeMilliseconds()}, attempts = 1 WHERE name = 'counted'");
        await Node(house, kind).RunDueAsync();
        Assert.Equal(0, kind.Times);
        house.Clock.Advance(JobQueue.Lease);
        await Node(house, kind).RunDueAsync();
        Assert.Equal((1, 2), (kind.Times, kind.LastAttempt));
    }

    /// <summary>The house itself leaves alone what it knows nothing of.</summary>
    static Task AskAsync(House house, params string[] abouts) => house.Database.WriteAsync(async (connection, transaction) =>
    {
        foreach (var about in abouts)
            await house.Services.GetRequiredService<JobQueue>().AddAsync(connection, transaction, "counted", about, default);
    });

    static JobWork Node(House house, IJob kind)
    {
        var services = new ServiceCollection();
        services.AddSingleton(kind);
        return new JobWork(new JobQueue(house.Database, house.Clock), services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), house.Clock, NullLogger<JobWork>.Instance);
    }

    sealed class Counted : IJob
    {
        int _times;

        public string Name => "counted";

        public TimeSpan Patience => TimeSpan.FromDays(1);

        public bool Fails { get; init; }

        public bool IsFinal { get; init; }

        public int Times => _times;

        public int LastAttempt { get; private set; }

        public Task RunAsync(Job job, CancellationToken stop)
        {
            Interlocked.Increment(ref _times);
            LastAttempt = job.Attempt;
            return Fails ? throw new JobFailedException("not now", IsFinal) : Task.CompletedTask;
        }
    }
}
