using System.Collections.Concurrent;
using System.Reflection;
using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles;
using Alentour.Practices.Circles.Seats;
using Alentour.Practices.Circles.Sitting;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Races;

/// <summary>
/// Ten people who press whatever they like at the same time, hundreds of times, over the real tables. An act holds the circle while it is
/// done, so that each writes down, in the order in which they were done, what it found and what it left.
/// </summary>
public sealed class CircleHistoryRaces
{
    const int ActsEach = 60;

    static readonly string[] People = ["Simone", "Maude", "Luc", "Jean-Guy", "Kateri", "Aïcha", "Solange", "Rosaire", "Mei", "Tom"];

    static readonly string[] Presses = ["parler", "fini", "fini", "parler", "passer", "tard", "ecouter", "pause", "reprendre", "reprendre", "demander", "objection", "revient", "ou", "etape", "sortir"];

    static readonly PropertyInfo[] OfAPlace = typeof(Place).GetProperties();

    [Theory]
    [InlineData(TurnOrder.BySeat, 11)]
    [InlineData(TurnOrder.NotYetHeard, 12)]
    [InlineData(TurnOrder.NewcomersFirst, 13)]
    [InlineData(TurnOrder.Pebble, 14)]
    public async Task Whatever_ten_people_press_at_once_the_circle_keeps_its_promises(TurnOrder order, int seed)
    {
        await using var house = await EveningAsync();
        var (id, sitters) = await SeatedAsync(house, order);
        var circles = house.Services.GetRequiredService<CircleStore>();
        var log = new ConcurrentQueue<Done>();
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(i => Task.Run(() => ReadAsync(circles, id, sitters[i], over.Token))).ToList();
        await Task.WhenAll(sitters.Select((who, i) => Task.Run(async () =>
        {
            var chance = new Random(seed * 100 + i);
            for (var act = 0; act < ActsEach; act++)
                await PressAsync(circles, id, who, chance, log);
        })));
        await over.CancelAsync();
        await Task.WhenAll(readers);
        var history = log.ToList();
        Assert.InRange(history.Count, ActsEach, int.MaxValue);
        AssertNothingLost(history);
        AssertEachTurnEndsOnce(history);
    }

    /// <summary>What an act found is what the one before left, field by field.</summary>
    static void AssertNothingLost(List<Done> history)
    {
        foreach (var (one, next) in history.Zip(history.Skip(1)))
            Assert.Equal(one.After, next.Before);
    }

    /// <summary>A turn that somebody was told they ended was ended by nobody else, and nobody had two in a round in which everybody has one.</summary>
    static void AssertEachTurnEndsOnce(List<Done> history)
    {
        var ended = history.Where(d => d.Press is "fini" or "objection").Select(d => d.Turn).ToList();
        Assert.Equal(ended.Count, ended.Distinct().Count());
        var moved = history.Where(d => d.Press == "ou").Select(d => (d.Round, d.Seat)).ToHashSet();
        foreach (var round in history.Where(d => d.Form is RoundForm.Everyone or RoundForm.Consent && d.EndedOf is not null).GroupBy(d => (d.Round, Seat: d.EndedOf!.Value)))
            Assert.True(round.Count() == 1 || moved.Contains(round.Key), $"{round.Count()} turns in round {round.Key.Round}");
    }

    /// <summary>One press, as a page shows it that may be a little old.</summary>
    static async Task PressAsync(CircleStore circles, Guid id, Sitter who, Random chance, ConcurrentQueue<Done> log)
    {
        var press = Presses[chance.Next(Presses.Length)];
        try
        {
            if (await circles.ForSitterAsync(id, who, default) is not { } page)
            {
                await circles.ComeAsync(id, (circle, _, _) =>
                {
                    var before = Whole(circle);
                    circle.Sit(circle.Seats.Single(s => s.Is(who)), circles.Now);
                    log.Enqueue(new Done("entrer", 0, circle.Round.Number, circle.Round.Form, Guid.Empty, null, before, Whole(circle)));
                    return Task.CompletedTask;
                }, default);
                return;
            }
            await Task.Delay(chance.Next(4));
            var round = page.Circle.Round;
            var seats = page.Circle.Here.ToList();
            var place = press == "ou" ? seats[chance.Next(seats.Count)].Id : (Guid?)null;
            var form = new CircleForm(press, place, round.LastTurn, round.Number, null, null, null, $"{chance.Next(1, 5)}");
            await circles.ActAsync(id, who, (circle, mine, now) => log.Enqueue(Do(form, circle, mine, now)), default);
        }
        catch (RefusalException refusal)
        {
            Assert.Contains(refusal.TextKey, s_sentences);
        }
    }

    static Done Do(CircleForm form, Circle circle, Seat mine, DateTimeOffset now)
    {
        var (before, number, through) = (Whole(circle), circle.Round.Number, Through(circle));
        var turn = circle.Round.Turn?.Number ?? 0;
        form.Do(circle, mine, now);
        AssertPromises(circle);
        var ended = circle.Round.Number == number ? Through(circle).Except(through).Take(2).ToList() : [];
        // Setting where the room is may end several turns at once; each is somebody's first all the same.
        return new Done(form.Geste!, turn, number, circle.Round.Form, form.Place ?? mine.Id, form.Geste == "ou" || ended.Count == 0 ? null : ended[0], before, Whole(circle));
    }

    static void AssertPromises(Circle circle)
    {
        var round = circle.Round;
        if (round.Turn is { } turn)
            Assert.Single(circle.Seats, s => s.Id == turn.Seat && s.IsHere && s.Place.IsReady);
        else
            Assert.True(round.Form == RoundForm.Open || !round.Places.Any(p => p.IsReady));
        Assert.Equal(circle.Seats.Where(s => s.IsHere).Select(s => s.Id).Order(), round.Places.Select(p => p.Seat).Order());
    }

    /// <summary>Somebody who only looks sees one moment: whoever has the turn sits there.</summary>
    static async Task ReadAsync(CircleStore circles, Guid id, Sitter who, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
            if (await circles.ForSitterAsync(id, who, default) is { } page)
                AssertPromises(page.Circle);
    }

    static HashSet<Guid> Through(Circle circle) => [.. circle.Seats.Where(s => s.Place.Standing == RoundStanding.Through).Select(s => s.Id)];

    static string Whole(Circle circle) => string.Join('\n', [
        $"{circle.Round.Form} {circle.Round.Number} {circle.Round.LastTurn} {circle.Round.LastAsked} {circle.Step} {circle.Keeper} {circle.Asked} {circle.Proposal}", $"{circle.Round.Turn}",
        .. circle.Seats.OrderBy(s => s.Place.Number).Select(s => $"{s.Stay} {s.Way} {string.Join(' ', OfAPlace.Select(f => $"{f.Name}={f.GetValue(s.Place)}"))}")]);

    static async Task<(Guid Circle, Sitter[] Sitters)> SeatedAsync(House house, TurnOrder order)
    {
        using var simone = await house.SignedInAsync("Simone");
        var circle = await simone.OpenCircleAsync();
        await Sql.RunAsync(house, $"UPDATE circle SET turn_order = '{order}'");
        var sitters = new List<Sitter>();
        foreach (var name in People)
        {
            using var browser = await house.SignedInAsync(name);
            await browser.SendAsync(Group + "/rejoindre");
            await browser.SendAsync(circle, ("geste", "entrer"), ("valeur", "Screen"));
            sitters.Add(new Sitter(Guid.Parse((await Sql.TextsAsync(house, $"SELECT id FROM person WHERE chosen_name = '{name}'")).Single()), null));
        }
        Assert.Equal(People.Length, await Sql.NumberAsync(house, "SELECT count(*) FROM circle_seat"));
        return (Guid.Parse(circle.Split('/')[^1]), [.. sitters]);
    }

    sealed record Done(string Press, int Turn, int Round, RoundForm Form, Guid Seat, Guid? EndedOf, string Before, string After);

    static readonly HashSet<string> s_sentences = [.. Sentences("Community.Rounds"), .. Sentences("Practices.Circles")];

    static IEnumerable<string> Sentences(string module) => Content.Embedded.Json(module + ".Texts.fr.json").EnumerateObject().Select(p => p.Name);
}
