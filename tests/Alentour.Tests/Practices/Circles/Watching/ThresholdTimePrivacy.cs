using System.Diagnostics;
using System.Net;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Tests.Cast;
using Alentour.Tests.Personas;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Alentour.Tests.Practices.Circles.CircleSteps;

namespace Alentour.Tests.Practices.Circles.Watching;

/// <summary>
/// The clock tells nothing either: an awaited name of an open circle becomes a line that all those seated receive, any other name does not, and
/// whoever holds a watch to the answer learns neither who is awaited nor that people sit together.
/// </summary>
public sealed class ThresholdTimePrivacy
{
    /// <summary>In the ordinary run five pairs and their bytes alone; measured with ALENTOUR_TEST_LONG.</summary>
    [Fact]
    public async Task An_awaited_name_takes_no_longer_than_another_nor_an_open_circle_than_none()
    {
        await using var evening = await OpenAsync();
        var (stranger, day, n) = (evening.Somebody(), (await Sql.TextsAsync(evening.House, "SELECT day FROM circle")).Single(), 0);
        var writes = Task.CompletedTask;
        // By turns: a name that nobody gave, and an awaited one at a meeting that has no circle.
        await Pairs.AlikeAsync(_ => AskAsync(stranger, "Ré"), n => AskAsync(stranger, n % 2 == 0 ? "Xyzzy" : "Ré"), isCostly: true, async isThere =>
        {
            await writes;
            await AfreshAsync(evening);
            await Sql.RunAsync(evening.House, $"UPDATE circle SET day = '{(isThere || n++ % 2 == 0 ? day : "2026-01-01")}'");
            writes = await WriteSlowlyAsync(evening.House);
        });
        await writes;
    }

    [Fact]
    public async Task Whatever_the_name_the_answer_comes_on_the_beat()
    {
        await using var evening = await OpenAsync();
        foreach (var name in new[] { "Ré", "Xyzzy" })
        {
            await AfreshAsync(evening);
            var (stranger, began) = (evening.Somebody(), Stopwatch.GetTimestamp());
            await AskAsync(stranger, name);
            Assert.True(Stopwatch.GetElapsedTime(began) >= SteadyPace.Beat, name);
        }
    }

    /// <summary>A circle's address, copied from somebody who sits there, takes as long as one that was never given.</summary>
    [Fact]
    public async Task The_address_of_an_open_circle_takes_no_longer_for_the_team_than_any_address()
    {
        await using var evening = await OpenAsync();
        var nadia = await evening.InAsync("Nadia");
        async Task<string> ReadAsync(string circle) => await Pairs.SaidAsync(await nadia.GetAsync(circle), circle["/cercles/".Length..]);
        await Pairs.AlikeAsync(_ => ReadAsync(evening.Circle), _ => ReadAsync(evening.Nothing), isCostly: true);
    }

    /// <summary>Five sit there, and a first visit is awaited.</summary>
    static async Task<WatchedEvening> OpenAsync()
    {
        var evening = await WatchedEvening.ComesAsync();
        await evening.AnnouncedAsync("Ré");
        await evening.BeginAsync();
        foreach (var name in new[] { "Maude", "Luc", "Kateri" })
            await evening.SeatedAsync(name);
        // What is asked for is there: the name does come to the threshold.
        await AskAsync(evening.Somebody(), "Ré");
        Assert.Equal(1, await Sql.NumberAsync(evening.House, "SELECT count(*) FROM circle_arrival"));
        return evening;
    }

    /// <summary>Nobody waits, and this address has tried nothing: each question is a first one.</summary>
    static async Task AfreshAsync(WatchedEvening evening)
    {
        await Sql.RunAsync(evening.House, "DELETE FROM circle_arrival");
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
            evening.House.Services.GetRequiredService<Tries>().GiveBack(Tries.AddressOf(new DefaultHttpContext { Connection = { RemoteIpAddress = address } }));
    }

    /// <summary>Somebody in the circle writes, on a slow disk: whoever writes after them waits.</summary>
    /// <returns>Once they have begun, what ends with their write.</returns>
    static async Task<Task> WriteSlowlyAsync(House house)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writes = house.Database.WriteAsync(async (connection, transaction) =>
        {
            await Sql.RunAsync(connection, transaction, "UPDATE circle SET step = step");
            begun.SetResult();
            await Task.Delay(20);
        });
        await begun.Task;
        return writes;
    }

    static async Task<string> AskAsync(HttpClient stranger, string name)
    {
        using var answer = await stranger.SendAsync("/cercles/arriver", ("geste", "nom"), ("groupe", "cercle-du-jeudi"), ("nom", name));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return $"{answer.Headers.Location} {await answer.Content.ReadAsStringAsync()}";
    }
}
