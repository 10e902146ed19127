using System.Net;
using System.Text.Json;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Community.People.Passkeys;

/// <summary>What the script of the pages does with a passkey, step by step.</summary>
static class PasskeySteps
{
    /// <summary>The options and the sealed challenge that the house gives at this door.</summary>
    public static async Task<(JsonElement Options, string State)> AskAsync(this HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var answer = await browser.SendAsync(path, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var asked = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (asked.GetProperty("options"), asked.GetProperty("state").GetString()!);
    }

    /// <summary>A device that has made a passkey for whoever is in at this browser.</summary>
    public static async Task<Authenticator> MakePasskeyAsync(this House house, HttpClient browser, string device = "Mon téléphone", uint count = 0)
    {
        var authenticator = new Authenticator { Origin = house.Origin(), Count = count };
        var (options, state) = await browser.AskAsync("/mes-acces/cle", ("appareil", device));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.KeepAsync(authenticator.Make(options), state)).StatusCode);
        return authenticator;
    }

    public static Task<HttpResponseMessage> KeepAsync(this HttpClient browser, string credential, string state) =>
        browser.SendAsync("/mes-acces/cle/garder", ("cle", credential), ("etat", state));

    public static async Task<HttpResponseMessage> EnterAsync(this HttpClient browser, Authenticator authenticator, string device = "partage")
    {
        var (options, state) = await browser.AskAsync("/entrer/cle");
        return await browser.EnterAsync(authenticator.Answer(options), state, device);
    }

    public static Task<HttpResponseMessage> EnterAsync(this HttpClient browser, string credential, string state, string device = "partage") =>
        browser.SendAsync("/entrer", ("cle", credential), ("etat", state), ("appareil", device));

    public static string Origin(this House house) => house.Address.GetLeftPart(UriPartial.Authority);
}
