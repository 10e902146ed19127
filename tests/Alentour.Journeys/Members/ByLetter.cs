using System.Text.RegularExpressions;
using Alentour.Foundation.Jobs;
using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Journeys.Members;

/// <summary>Maude gives an address, follows the link that confirms it, goes out, and comes back in by a link that she asks for at the door.</summary>
public sealed partial class ByLetter(Browser browser)
{
    const string Address = "maude@exemple.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_address_is_confirmed_by_its_letter_and_a_second_letter_opens_the_door(bool scripts)
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        await browser.WalkAsync(house, new Screen(360, scripts), async walk =>
        {
            await walk.EnterAsAsync("Maude");
            await walk.GoAsync("/mes-acces");
            await walk.PressAsync(walk.Say("email.giveOne"));
            await walk.Page.FillAsync("#courriel", Address);
            await walk.LookAsync();
            await walk.PressAsync(walk.Say("email.press"));
            await walk.SeesAsync(Address);
            await walk.GoAsync(await LinkAsync(house, mail, 1));
            Assert.Equal("/lien", walk.Here);
            await walk.LookAsync();
            await walk.PressAsync(walk.Say("link.confirmPress"));
            Assert.Equal("/mes-acces/courriel?fait=confirme", walk.Here);
            await walk.PressAsync(walk.Say("layout.signOut"));

            await walk.GoAsync("/entrer");
            await walk.PressAsync(walk.Say("askLink.title"));
            await walk.Page.FillAsync("main [name=courriel]", Address);
            await walk.LookAsync();
            await walk.PressAsync(walk.Say("askLink.press"));
            await walk.SeesAsync(walk.Say("askLink.asked"));
            await walk.GoAsync(await LinkAsync(house, mail, 2));
            await walk.LookAsync();
            await walk.Main.Locator("form button").First.ClickAsync();
            await walk.Page.WaitForURLAsync("**/aujourdhui");
            await walk.SeesAsync("Maude");
        });
    }

    /// <summary>The path in the letter that is the n-th to arrive.</summary>
    static async Task<string> LinkAsync(House house, MailSink mail, int n)
    {
        for (var tries = 0; mail.Letters.Count < n && tries < 400; tries++)
        {
            await house.Services.GetRequiredService<JobWork>().RunDueAsync();
            await Task.Delay(25);
        }
        return Link().Match(mail.Letters.ElementAt(n - 1).Text).Groups[1].Value;
    }

    [GeneratedRegex(@"http://localhost(?::\d+)?(/lien/[A-Za-z0-9_-]{43})\r?$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
