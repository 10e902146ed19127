using System.Net;
using System.Text.RegularExpressions;
using Alentour.Community.People;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Cast;

/// <summary>What the pages of a group call somebody by, whether the reader sees them there or not.</summary>
public static partial class Called
{
    /// <param name="reader">Whoever reads; in, under a name that nobody else bears.</param>
    /// <param name="person">The chosen name of whoever is meant.</param>
    public static async Task<string> CalledAsync(this House house, HttpClient reader, string person, string group = "cercle-du-jeudi")
    {
        var mine = WebUtility.HtmlDecode(OwnName().Match(await reader.GetStringAsync("/mes-acces")).Groups[1].Value);
        return house.Services.GetRequiredService<Handles>().Of(
            await IdAsync(house, $"SELECT id FROM mutual_aid_group WHERE slug = '{group}'"),
            await IdAsync(house, $"SELECT id FROM person WHERE chosen_name = '{mine}'"),
            await IdAsync(house, $"SELECT id FROM person WHERE chosen_name = '{person}'")).ToString();
    }

    static async Task<Guid> IdAsync(House house, string sql) => Guid.Parse((await Sql.TextsAsync(house, sql)).Single());

    [GeneratedRegex("id=\"nom\"[^>]* value=\"([^\"]*)\"")]
    private static partial Regex OwnName();
}
