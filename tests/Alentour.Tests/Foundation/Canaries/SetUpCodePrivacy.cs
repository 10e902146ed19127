using System.Net;
using Alentour.Foundation.Running;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Canaries;

/// <summary>The code that opens a house is shown in the terminal and in one file, by design; it is nowhere else, and opens nothing once used.</summary>
public sealed class SetUpCodePrivacy
{
    [Fact]
    public async Task The_opening_code_is_said_once_in_the_terminal_and_is_nowhere_once_it_was_used()
    {
        await using var store = await TestStore.CreateAsync();
        string code, card;
        await using (var house = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Live, LivedHouse.Talkative))
        {
            code = (await File.ReadAllTextAsync(Path.Combine(store.Folder, "set-up-code"))).Trim();
            Assert.DoesNotContain(code, await Thief.DatabaseAsync(store.Address), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(code, await BackUpAsync(store, "before"), StringComparison.OrdinalIgnoreCase);
            card = await OpenAsync(house, code);
            await house.KillAsync();
            Assert.Equal(2, house.Said.Split(code).Length);
            Assert.DoesNotContain(card, house.Said, StringComparison.OrdinalIgnoreCase);
        }
        await using var again = await RunningHouse.StartAsync(store.Address, store.Folder, Mode.Live, LivedHouse.Talkative);
        await again.KillAsync();
        foreach (var place in new[] { again.Said, Thief.Folder(store.Folder, store.Address), await Thief.DatabaseAsync(store.Address), await BackUpAsync(store, "after") })
        {
            Assert.DoesNotContain(code, place, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(card, place, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>A mistyped code, the right one, a name, a card for whoever coordinates; the first two words of that card.</summary>
    static async Task<string> OpenAsync(RunningHouse house, string code)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = house.Address };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/ouverture", ("code", code + "2"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/ouverture", ("code", code))).StatusCode);
        await browser.SendAsync("/ouverture/nom", ("nom", "La Passerelle"));
        var card = Forms.CardOn(await (await browser.SendAsync("/ouverture/compte", ("nom", "Line"), ("cle", "k"))).Content.ReadAsStringAsync());
        Assert.Equal("/reglages/debut", (await browser.SendAsync("/ouverture/fin")).Headers.Location?.OriginalString);
        return string.Join(' ', card.Take(2));
    }

    static async Task<string> BackUpAsync(TestStore store, string name)
    {
        var path = Path.Combine(store.Folder, name + ".backup");
        var (status, said) = await RunningHouse.CommandAsync(store.Address, store.Folder, Mode.Live, "backup", path, "--no-key");
        Assert.True(status == 0, said);
        return await Thief.BackupAsync(path);
    }
}
