using System.Net;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Foundation.Store;

/// <summary>The key of a form is good for that form, sent by that person: it neither leads another to what was done, nor breaks another form.</summary>
public sealed class RetriedActsPrivacy
{
    [Fact]
    public async Task Sent_by_somebody_else_the_same_key_opens_a_group_of_their_own()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        using var maude = await house.SignedInAsync("Maude");
        var first = await OpenGroupAsync(simone);
        Assert.Equal(first, await OpenGroupAsync(simone));
        Assert.NotEqual(first, await OpenGroupAsync(maude));
    }

    [Fact]
    public async Task Sent_to_another_form_the_same_key_is_another()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        await OpenGroupAsync(simone);
        using var newcomer = house.Newcomer();
        Assert.Equal(6, (await newcomer.OpenAccountAsync("Zoé", "the-same-key")).Count);
    }

    static async Task<string?> OpenGroupAsync(HttpClient browser)
    {
        var answer = await browser.SendAsync("/groupes/ouvrir", ("nom", "Le banc du quai"), ("cle", "the-same-key"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }
}
