using System.Net;
using System.Text.RegularExpressions;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Practices.Circles.Deciding;

/// <summary>What a member decides in the group's name about its circles, through the page of the group.</summary>
static partial class GroupWays
{
    public const string Page = CircleSteps.Group + "/cercle";

    /// <summary>Keeps what the group decided; what is not named stays as is usual.</summary>
    public static async Task DecideAsync(this HttpClient member, params (string, string)[] ways)
    {
        var answer = await member.SendAsync(Page, [("geste", "facon"), ("vu", Seen().Match(await member.PageAsync(Page)).Groups[1].Value), .. ways]);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The names of the steps that a page shows, in order.</summary>
    public static IReadOnlyList<string> Steps(string page) =>
        [.. StepLine().Matches(page[page.IndexOf("<ol class=\"circle-steps\">", StringComparison.Ordinal)..page.IndexOf("</ol>", page.IndexOf("<ol class=\"circle-steps\">", StringComparison.Ordinal), StringComparison.Ordinal)]).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("""name="vu" value="(\d+)["]""")]
    private static partial Regex Seen();

    [GeneratedRegex("""<li[^>]*>(?:<svg.*?</svg>)?<span>([^<,]+)""")]
    private static partial Regex StepLine();
}
