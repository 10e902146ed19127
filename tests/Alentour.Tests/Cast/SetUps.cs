namespace Alentour.Tests.Cast;

/// <summary>The set-up of a live house, as whoever coordinates goes through it.</summary>
public static class SetUps
{
    /// <summary>The code as the file of the data folder holds it.</summary>
    public static string SetUpCode(this House house) => File.ReadAllText(Path.Combine(house.Folder, "set-up-code")).Trim();

    /// <summary>A browser in which the code was entered.</summary>
    public static async Task<HttpClient> BeginSetUpAsync(this House house)
    {
        var browser = house.Newcomer();
        var answer = await browser.SendAsync("/ouverture", ("code", house.SetUpCode()));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return browser;
    }

    /// <summary>Opens « La Passerelle » and returns the browser of its coordinator, Line.</summary>
    public static async Task<HttpClient> OpenHouseAsync(this House house)
    {
        var browser = await house.BeginSetUpAsync();
        await browser.SendAsync("/ouverture/nom", ("nom", "La Passerelle"));
        await browser.SendAsync("/ouverture/compte", ("nom", "Line"), ("cle", Guid.NewGuid().ToString("N")));
        Assert.Equal("/reglages/debut", (await browser.SendAsync("/ouverture/fin")).Headers.Location?.OriginalString);
        return browser;
    }
}
