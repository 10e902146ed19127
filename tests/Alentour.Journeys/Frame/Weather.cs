using System.Text.Json;
using Alentour.Foundation.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Alentour.Journeys.Frame;

/// <summary>
/// Stands for the weather page, so that leaving asks nothing of the world. Through the browser's own protocol: a redirect
/// that leads there is not seen by Playwright's routes. The weather comes only once <see cref="Let"/> was called.
/// </summary>
public sealed class Weather
{
    readonly TaskCompletionSource _let = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Weather(Uri address) => Address = address;

    public Uri Address { get; }

    public static async Task<Weather> OutsideAsync(Walk walk)
    {
        var weather = new Weather(walk.House.Services.GetRequiredService<SiteFace>().Now.ExitAddress);
        walk.Complaints.ExpectWeather(weather.Address);
        var browser = await walk.Context.NewCDPSessionAsync(walk.Page);
        browser.Event("Fetch.requestPaused").OnEvent += async (_, paused) => await weather.AnswerAsync(browser, paused!.Value);
        await browser.SendAsync("Fetch.enable", new() { ["patterns"] = new[] { new { urlPattern = weather.Address.GetLeftPart(UriPartial.Authority) + "/*" } } });
        return weather;
    }

    public void Let() => _let.TrySetResult();

    /// <summary>Waits until the person who left looks at the weather.</summary>
    public Task IsInSightAsync(Walk walk) => walk.Page.WaitForURLAsync(Address + "**", new() { WaitUntil = WaitUntilState.Commit });

    async Task AnswerAsync(ICDPSession browser, JsonElement paused)
    {
        await _let.Task;
        try
        {
            await FulfilAsync(browser, paused);
        }
        catch (PlaywrightException)
        {
            // Asked by a page that has gone in the meantime, such as its icon.
        }
    }

    static Task FulfilAsync(ICDPSession browser, JsonElement paused) =>
        browser.SendAsync("Fetch.fulfillRequest", new()
        {
            ["requestId"] = paused.GetProperty("requestId").GetString()!,
            ["responseCode"] = 200,
            ["responseHeaders"] = new[] { new { name = "Content-Type", value = "text/html; charset=utf-8" } },
            ["body"] = Convert.ToBase64String("<!DOCTYPE html><title>-4</title><h1>-4</h1>"u8),
        });
}
