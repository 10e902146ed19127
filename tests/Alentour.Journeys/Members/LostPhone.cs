using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;

namespace Alentour.Journeys.Members;

/// <summary>Maude's phone is in somebody else's pocket, her card with it. Two people of her circle bring her back.</summary>
public sealed class LostPhone(Browser browser)
{
    [Theory, ClassData(typeof(EveryScreen))]
    public async Task Two_members_bring_her_back_and_the_phone_is_shut_out(int width, bool scripts)
    {
        await using var house = await House.OpenAsync();
        var screen = new Screen(width, scripts);
        IReadOnlyList<string> words = [];
        await browser.WalkAsync(house, screen, async phone =>
        {
            await phone.EnterAsAsync("Maude");
            await browser.WalkAsync(house, screen, async simone =>
            {
                await simone.EnterAsAsync("Simone");
                await simone.PressAsync(simone.Say("wayBack.title"));
                await simone.Page.Locator(".companions label", new() { HasText = "Maude" }).Locator("input").CheckAsync();
                await simone.Page.CheckAsync("[name=presence]");
                await simone.LookAsync();
                await simone.PressAsync(simone.Say("wayBack.press"));
                words = await simone.Main.Locator(".sign-in-card li").AllInnerTextsAsync();
            });
            await browser.WalkAsync(house, screen, async jeanGuy =>
            {
                await jeanGuy.EnterAsAsync("Jean-Guy");
                await jeanGuy.PressAsync(jeanGuy.Say("wayBack.toConfirm", ("name", "Maude")));
                await jeanGuy.LookAsync();
                await jeanGuy.Page.Locator("main [name=mots]").FillAsync($"{words[0]} {words[1]}");
                await jeanGuy.PressAsync(jeanGuy.Say("wayBack.confirm"));
                await jeanGuy.LookAsync();
            });
            await phone.GoAsync("/aujourdhui");
            await phone.PressAsync(phone.Say("wayBack.warning"));
            await phone.LookAsync();
            house.Clock.Advance(TimeSpan.FromHours(72));
            await browser.WalkAsync(house, screen, async maude =>
            {
                await maude.GoAsync("/entrer");
                await maude.Page.FillAsync("#mots", string.Join(' ', words));
                await maude.Page.Locator("main form button").First.ClickAsync();
                await maude.Page.WaitForURLAsync("**/aujourdhui");
            });
            await phone.GoAsync("/aujourdhui");
            Assert.StartsWith("/entrer", phone.Here);
        });
    }
}
