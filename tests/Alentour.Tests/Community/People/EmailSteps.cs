using System.Net;
using System.Text.RegularExpressions;
using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.People;

/// <summary>What a person does with a link by e-mail.</summary>
static partial class EmailSteps
{
    public const string Zoe = "zoe@exemple.example";

    /// <summary>Lets the jobs that are due be done, also those that the house has in hand itself.</summary>
    public static async Task WorkAsync(this House house)
    {
        for (var i = 0; i < 400; i++)
        {
            await house.Services.GetRequiredService<JobWork>().RunDueAsync();
            var now = house.Clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (await Sql.NumberAsync(house, $"SELECT count(*) FROM job WHERE due_at <= {now}") == 0)
                return;
            await Task.Delay(25);
        }
    }

    /// <summary>A newcomer with a card whose address is confirmed; the browser where they are in.</summary>
    public static async Task<HttpClient> WithEmailAsync(this House house, MailSink mail, string name = "Zoé", string address = Zoe)
    {
        var browser = house.Newcomer();
        await browser.OpenAccountAsync(name);
        var before = mail.Letters.Count;
        Assert.Equal("/mes-acces/courriel?fait=envoye", (await browser.SendAsync("/mes-acces/courriel", ("courriel", address))).Headers.Location?.OriginalString);
        await house.WorkAsync();
        Assert.Equal(before + 1, mail.Letters.Count);
        await browser.FollowAsync(mail.Letters.Last());
        Assert.Equal("/mes-acces/courriel?fait=confirme", (await browser.SendAsync("/lien")).Headers.Location?.OriginalString);
        return browser;
    }

    /// <summary>Presses the link of a letter, as a mail program hands it to the browser.</summary>
    public static async Task FollowAsync(this HttpClient browser, Delivered letter)
    {
        var answer = await browser.GetAsync(Link(letter));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/lien", answer.Headers.Location?.OriginalString);
    }

    /// <summary>The path that the letter leads to.</summary>
    public static string Link(Delivered letter)
    {
        var link = LinkInText().Match(letter.Text);
        Assert.True(link.Success, letter.Text);
        return link.Groups[1].Value;
    }

    [GeneratedRegex(@"http://localhost(/lien/[A-Za-z0-9_-]{43})\r?$", RegexOptions.Multiline)]
    private static partial Regex LinkInText();
}
