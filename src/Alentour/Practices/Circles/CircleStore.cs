using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Live;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Seats;
using Alentour.Practices.Circles.Writing;

namespace Alentour.Practices.Circles;

/// <summary>An open circle and the seat of whoever asks. Nobody without a seat is given one.</summary>
public sealed record Seated(Circle Circle, Seat Mine, long Sequence)
{
    /// <summary>What was written, to everybody or aside with this seat; in order.</summary>
    public IReadOnlyList<WrittenWord> Words { get; init; } = [];

    /// <summary>Signs made to this seat during its turn; nobody else reads them.</summary>
    public IReadOnlyList<SignMade> Signs { get; init; } = [];

    /// <summary>The signs this seat has made to whoever speaks now.</summary>
    public IReadOnlySet<SignKind> Given { get; init; } = new HashSet<SignKind>();
}

/// <summary>
/// Open circles in the database. Everything goes through a seat: <see cref="ForSitterAsync"/> reads for one, <see cref="ActAsync"/> acts as one.
/// An act is one transaction that holds the row of the circle, so that of two who race one comes first, and the other reads what is so then.
/// </summary>
public sealed partial class CircleStore(Database database, LiveTopics live, HouseClock clock, HeldSessions sessions)
{
    public DateTimeOffset Now => clock.Instant;

    /// <summary>Opens the circle of a meeting. Of two who open at once one does; the other gets the same circle.</summary>
    /// <param name="and">What must hold for whoever opens, in the same transaction.</param>
    public async Task<Guid> OpenAsync(Circle circle, Func<DbConnection, DbTransaction, Task> and, CancellationToken stop)
    {
        var id = await database.WriteAsync(async (connection, transaction) =>
        {
            await and(connection, transaction);
            await connection.Command("INSERT INTO circle_unbroken (id) VALUES (1) ON CONFLICT (id) DO NOTHING", transaction).RunAsync(stop);
            if (await CircleRows.AddAsync(connection, transaction, circle, stop))
                await live.RaiseAsync(connection, transaction, CircleLive.Topic(circle.Id), stop);
            return (await connection.Command("SELECT id FROM circle WHERE series_id = @series AND day = @day", transaction, ("series", circle.SeriesId.ToString()), ("day", SeatRows.Text(circle.Day)))
                .ListAsync(row => Guid.Parse(row.GetString(0)), stop))[0];
        }, stop);
        live.Wake(CircleLive.Topic(id));
        return id;
    }

    /// <summary>The circle as somebody who sits in it sees it; null for everybody else.</summary>
    public async Task<Seated?> ForSitterAsync(Guid id, Sitter who, CancellationToken stop)
    {
        // The number first: whatever is read after it is at least as new.
        var sequence = await live.NumberAsync(CircleLive.Topic(id), stop);
        await using var connection = await database.OpenAsync(stop);
        // One moment for all that is read: between two questions the pebble goes on.
        await using var moment = await database.Dialect.BeginSnapshotAsync(connection, stop);
        if (await CircleRows.ReadAsync(connection, moment, id, stop) is not { Circle: var circle } || circle.OfSitter(who) is not { } mine)
            return null;
        var signs = await WordRows.SignsAsync(connection, moment, circle, stop);
        return new Seated(circle, mine, sequence)
        {
            Words = [.. (await WordRows.ReadAsync(connection, moment, id, stop)).Where(w => w.To is null || w.To == mine.Id || w.From == mine.Id)],
            Signs = [.. signs.Where(_ => circle.Holder == mine)],
            Given = signs.Where(s => s.From == mine.Id).Select(s => s.Kind).ToHashSet(),
        };
    }

    /// <summary>What stands before the door of a circle, for whoever may come in: nothing of who sits there.</summary>
    public async Task<CircleAtDoor?> AtDoorAsync(Guid id, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await CircleRows.ReadAsync(connection, null, id, stop) is { Circle: var circle } ? new CircleAtDoor(circle) : null;
    }

    /// <summary>Acts as the seat of whoever asks. Any act of a person is a sign.</summary>
    /// <exception cref="RefusalException">The act was refused, or the circle is closed for them; nothing changed.</exception>
    public Task ActAsync(Guid id, Sitter who, Action<Circle, Seat, DateTimeOffset> act, CancellationToken stop) => ActAsync(id, who, (circle, mine, now, _, _) =>
    {
        act(circle, mine, now);
        return Task.CompletedTask;
    }, stop);

    /// <summary>The same with rows of its own in the transaction.</summary>
    internal Task ActAsync(Guid id, Sitter who, Func<Circle, Seat, DateTimeOffset, DbConnection, DbTransaction, Task> act, CancellationToken stop) =>
        ChangeAsync(id, async (circle, connection, transaction) =>
        {
            var mine = circle.OfSitter(who) ?? throw new RefusalException("circle.refusal.closed");
            circle.Sign(mine, clock.Instant);
            await act(circle, mine, clock.Instant, connection, transaction);
            if (circle.IsEmpty)
                await EraseAsync(connection, transaction, circle.Id, stop);
        }, stop);

    /// <summary>Takes a seat, or a place at the threshold.</summary>
    /// <param name="and">What must hold for whoever comes, in the same transaction.</param>
    /// <param name="first">What has to be held before the circle is: whoever leaves the group takes their membership first and the circle then.</param>
    public Task ComeAsync(Guid id, Func<Circle, DbConnection, DbTransaction, Task> and, CancellationToken stop, Func<DbConnection, DbTransaction, Task>? first = null) =>
        ChangeAsync(id, and, stop, first);

    /// <summary>Whoever waits at the threshold goes away again.</summary>
    /// <exception cref="RefusalException">They do not wait there.</exception>
    public Task GoAwayAsync(Guid id, Sitter who, CancellationToken stop) => ChangeAsync(id, (circle, _, _) =>
        circle.Arrivals.RemoveAll(a => a.Is(who) && !a.IsRefused) > 0 ? Task.CompletedTask : throw new RefusalException("circle.refusal.closed"), stop);

    /// <summary>A page that a person asked for is a sign; most pages change nothing, and write nothing.</summary>
    public Task SignAsync(Seated seated, Sitter who, CancellationToken stop) =>
        seated.Circle.Sign(seated.Mine, clock.Instant) ? ActAsync(seated.Circle.Id, who, (_, _, _) => { }, stop) : Task.CompletedTask;

    /// <summary>Closes the circle: nothing of who came, spoke or passed is left anywhere.</summary>
    /// <exception cref="RefusalException">Somebody else keeps it.</exception>
    public async Task CloseAsync(Guid id, Sitter who, Func<Circle, DbConnection, DbTransaction, Task> and, CancellationToken stop)
    {
        await ActAsync(id, who, async (circle, mine, _, connection, transaction) =>
        {
            circle.RefuseAllButTheGroup(mine);
            await and(circle, connection, transaction);
            await EraseAsync(connection, transaction, id, stop);
        }, stop);
        await LeaveNoTraceAsync(stop);
    }

    /// <summary>What waited too long goes on, and circles that nobody closed close.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        var (now, failed) = (clock.Instant.ToUnixTimeMilliseconds(), new List<Exception>());
        foreach (var id in await DueAsync("turn_lapses_at <= @now OR keeper_answers_by <= @now", now, stop))
            await TryAsync(() => ChangeAsync(id, (circle, _, _) => Task.FromResult(circle.Lapse(clock.Instant)), stop), failed);
        foreach (var id in await DueAsync("closes_at <= @now", now, stop))
            await TryAsync(() => ChangeAsync(id, (_, connection, transaction) => EraseAsync(connection, transaction, id, stop), stop), failed);
        await EndLostAsync(stop);
        await LetGoOfLostAsync(stop);
        await LeaveNoTraceAsync(stop);
        if (failed.Count > 0)
            throw new AggregateException(failed);
    }

    /// <summary>Every change of an open circle: its row is held first, then read, changed, written, told.</summary>
    /// <param name="first">What is held before it.</param>
    async Task ChangeAsync(Guid id, Func<Circle, DbConnection, DbTransaction, Task> change, CancellationToken stop, Func<DbConnection, DbTransaction, Task>? first = null)
    {
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (first is not null)
                await first(connection, transaction);
            await using (var hold = connection.Command("UPDATE circle SET step = step WHERE id = @id", transaction, ("id", id.ToString())))
                if (await hold.ExecuteNonQueryAsync(stop) == 0)
                    throw new RefusalException("circle.refusal.closed");
            var kept = await CircleRows.ReadAsync(connection, transaction, id, stop) ?? throw new RefusalException("circle.refusal.closed");
            var turn = kept.Circle.Round.Turn?.Number;
            var people = PeopleOf(kept.Circle);
            await change(kept.Circle, connection, transaction);
            IReadOnlyList<Guid> stay = [];
            if (await CircleRows.IsThereAsync(connection, transaction, id, stop))
            {
                stay = PeopleOf(kept.Circle);
                if (turn != kept.Circle.Round.Turn?.Number)
                {
                    kept.Circle.ForgetWishes();
                    await WordRows.ForgetSignsAsync(connection, transaction, id, stop);
                }
                if (await kept.SaveAsync(connection, transaction, stop) || kept.Circle.HasNews)
                    await live.RaiseAsync(connection, transaction, CircleLive.Topic(id), stop);
            }
            await LetGoAsync(connection, transaction, people.Except(stay), stop);
        }, stop);
        live.Wake(CircleLive.Topic(id));
    }

    // Another node was quicker. Whatever else one circle fails by, the others go on and close.
    static async Task TryAsync(Func<Task> change, List<Exception> failed)
    {
        try
        {
            await change();
        }
        catch (RefusalException)
        {
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            failed.Add(broken);
        }
    }
}
