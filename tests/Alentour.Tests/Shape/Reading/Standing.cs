using Alentour.Tests.Cast;
using Alentour.Tests.Community.People;

namespace Alentour.Tests.Shape.Reading;

/// <summary>How somebody who knocks stands to the house, and to the group that an address names.</summary>
public enum Standing
{
    /// <summary>In, and in no group.</summary>
    Member,
    Staff,
    Coordinator,

    /// <summary>Of the group.</summary>
    Inside,

    /// <summary>Of the group, and somebody there no longer wishes to see them: the doors are the same.</summary>
    Blocked,

    /// <summary>Was of the group, and left every group: as a member in none.</summary>
    Former,

    /// <summary>Erased their account; the browser kept its cookie: as a visitor.</summary>
    Erased,
}

static class Standings
{
    const string Within = "/groupes/cafe-du-dimanche/entre-nous";

    public static int For(this EndpointRow row, Standing standing) => standing switch
    {
        Standing.Staff => row.Staff,
        Standing.Coordinator => row.Coordinator,
        Standing.Inside or Standing.Blocked => row.Inside,
        Standing.Erased => row.Demonstration,
        _ => row.Member,
    };

    /// <summary>Brings one of the cast there, and returns their cookie.</summary>
    public static async Task<string> PrepareAsync(House house, string name, Standing standing)
    {
        var cookie = await house.CookieAsync(name);
        using var browser = await house.SignedInAsync(name);
        if (standing == Standing.Blocked)
        {
            using var simone = await house.SignedInAsync("Simone");
            await BlockPrivacy.BlockAsync(simone, name, Within);
        }
        else if (standing is Standing.Former or Standing.Erased)
        {
            await browser.SendAsync("/groupes/cafe-du-dimanche/rejoindre");
            Assert.True((await browser.GetAsync(Within)).IsSuccessStatusCode);
            foreach (var slug in await Sql.TextsAsync(house, "SELECT slug FROM mutual_aid_group"))
                await browser.SendAsync($"/groupes/{slug}/entre-nous", ("geste", "partir"));
        }
        if (standing == Standing.Erased)
            await browser.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        return cookie;
    }
}
