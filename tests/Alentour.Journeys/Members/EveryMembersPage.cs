using Alentour.Journeys.Frame;

namespace Alentour.Journeys.Members;

/// <summary>Every page of a member is looked at as the public ones are: by day and by night, wide and narrow, read by axe, and without script.</summary>
public sealed class EveryMembersPage(Browser browser, OpenHouse open) : IClassFixture<OpenHouse>
{
    [Theory]
    [InlineData(360, true, false)]
    [InlineData(1280, true, true)]
    [InlineData(320, false, false)]
    public async Task Every_page_of_a_member_is_whole_named_and_readable(int width, bool scripts, bool night)
    {
        var findings = new List<string>();
        foreach (var pages in MembersPages.All.GroupBy(p => p.Name, p => p.Path))
            await browser.WalkAsync(open.House, new Screen(width, scripts, night), async walk =>
            {
                await walk.EnterAsAsync(pages.Key);
                foreach (var page in pages)
                {
                    await walk.GoAsync(page);
                    findings.AddRange(from finding in await LookAt.PageAsync(walk) select $"{pages.Key}, {page}: {finding}");
                }
            });
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}
