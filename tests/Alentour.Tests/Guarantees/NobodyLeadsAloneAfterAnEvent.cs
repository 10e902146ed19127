using System.Data.Common;
using Alentour.Community.Groups;
using Alentour.Foundation.Texts;
using Alentour.Tests.Cast;

namespace Alentour.Tests.Guarantees;

/// <summary>
/// Guarantee 14: a group for people who have post-traumatic stress after a recent event is not published without a leader and a supervisor named,
/// and its page says the advice to wait (R047, R048, seed 003). The group says so itself; it is never guessed from its words.
/// </summary>
public sealed class NobodyLeadsAloneAfterAnEvent(StandingHouses houses)
{
    static readonly DateTimeOffset Now = MovableClock.ThursdayAfternoon;

    [Theory]
    [InlineData(null, null)]
    [InlineData("Line", null)]
    [InlineData(null, "Claude")]
    [InlineData("Line", "  ")]
    [InlineData("", "Claude")]
    public void The_rule_refuses_with_a_sentence(string? leader, string? supervisor)
    {
        var group = Group(isForAfterAnEvent: true, leader, supervisor);
        var refusal = Assert.Throws<RefusalException>(() => group.Publish(Now));
        Assert.Null(group.PublishedAt);
        Assert.NotEmpty(new TextCatalogue().Get(Language.French, refusal.TextKey));
    }

    [Fact]
    public void With_both_named_or_for_any_other_group_the_rule_agrees()
    {
        var named = Group(isForAfterAnEvent: true, "Line", "Claude");
        named.Publish(Now);
        var other = Group(isForAfterAnEvent: false, null, null);
        other.Publish(Now);
        Assert.All([named, other], g => Assert.Equal(Now, g.PublishedAt));
    }

    [Theory]
    [InlineData("leader = NULL")]
    [InlineData("supervisor = NULL")]
    [InlineData("leader = ''")]
    [InlineData("supervisor = '  '")]
    public async Task The_database_refuses_too(string change)
    {
        await using var house = await House.OpenAsync();
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group WHERE is_for_after_an_event = 1 AND published_at IS NOT NULL"));
        await Assert.ThrowsAnyAsync<DbException>(() => Sql.RunAsync(house, $"UPDATE mutual_aid_group SET {change} WHERE is_for_after_an_event = 1"));
        await Assert.ThrowsAnyAsync<DbException>(() => Sql.RunAsync(house, "UPDATE mutual_aid_group SET is_for_after_an_event = 1 WHERE leader IS NULL"));
        await Sql.RunAsync(house, $"UPDATE mutual_aid_group SET published_at = NULL, {change} WHERE is_for_after_an_event = 1");
    }

    [Fact]
    public async Task Its_page_says_the_advice_to_wait_its_source_and_who_leads_and_supervises()
    {
        var house = await houses.DemonstrationAsync();
        var page = await PageAsync(house, await SlugAsync(house));
        foreach (var said in await Sql.TextsAsync(house, "SELECT leader FROM mutual_aid_group WHERE is_for_after_an_event = 1 UNION ALL SELECT supervisor FROM mutual_aid_group WHERE is_for_after_an_event = 1"))
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.True(SaysToWait(page));
        Assert.Contains("INSPQ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_never_guessed_from_words()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, "UPDATE mutual_aid_group SET for_whom = 'Des personnes qui ont un stress post-traumatique.' WHERE slug = 'cercle-du-jeudi'");
        var page = await PageAsync(house, "cercle-du-jeudi");
        Assert.Contains("post-traumatique", page, StringComparison.Ordinal);
        Assert.False(SaysToWait(page));
    }

    static bool SaysToWait(string page) => page.Contains("Mieux vaut parfois attendre quelques semaines ou quelques mois", StringComparison.Ordinal);

    static async Task<string> SlugAsync(House house) => Assert.Single(await Sql.TextsAsync(house, "SELECT slug FROM mutual_aid_group WHERE is_for_after_an_event = 1"));

    static async Task<string> PageAsync(House house, string slug)
    {
        using var visitor = house.Visitor();
        return System.Net.WebUtility.HtmlDecode(await visitor.GetStringAsync($"/groupes/{slug}"));
    }

    static MutualAidGroup Group(bool isForAfterAnEvent, string? leader, string? supervisor) => new()
    {
        Id = Guid.CreateVersion7(),
        Slug = "apres",
        Name = "Après",
        Language = "fr",
        InMembersWords = "",
        ForWhom = "",
        Themes = [],
        Forms = [],
        HostedBy = "",
        Training = "",
        Languages = [],
        Ways = [],
        WayWords = "",
        Access = [],
        FirstVisit = new("", "", "", "", [], "", "", ""),
        Town = "Rimouski",
        RegionCode = "01",
        IsForAfterAnEvent = isForAfterAnEvent,
        Leader = leader,
        Supervisor = supervisor,
    };
}
