using Alentour.Community.Groups;
using Alentour.Foundation.Texts;

namespace Alentour.Tests.Community.Groups;

public sealed class MutualAidGroupRules
{
    static MutualAidGroup Group(bool isForAfterAnEvent = false, string? leader = null, string? supervisor = null, bool addressIsPublic = true) => new()
    {
        Slug = "essai",
        Name = "Essai",
        Language = "fr",
        InMembersWords = "Parler du stress post-traumatique.",
        ForWhom = "Qui veut",
        Themes = [],
        Forms = [AidForm.Personal],
        HostedBy = "Des membres",
        Training = "Non.",
        Languages = ["fr"],
        Ways = [MeetingWay.Room],
        WayWords = "",
        Access = [],
        FirstVisit = new("", "", "", "", [], "", "", ""),
        IsForAfterAnEvent = isForAfterAnEvent,
        Leader = leader,
        Supervisor = supervisor,
        AddressIsPublic = addressIsPublic,
        Street = "12, rue Cachée",
        Town = "Rimouski",
        RegionCode = "01",
    };

    [Theory]
    [InlineData(null, null)]
    [InlineData("Nadia", null)]
    [InlineData("Nadia", "  ")]
    [InlineData("", "Étienne")]
    public void A_group_for_after_an_event_is_not_published_without_both_names(string? leader, string? supervisor)
    {
        var refusal = Assert.Throws<RefusalException>(() => Group(true, leader, supervisor).Publish(DateTimeOffset.UnixEpoch));
        Assert.Contains("supervise", new TextCatalogue().Get(Language.French, refusal.TextKey));
    }

    [Fact]
    public void With_both_names_it_is_published()
    {
        var group = Group(true, "Nadia", "Étienne");
        group.Publish(DateTimeOffset.UnixEpoch);
        Assert.Equal(DateTimeOffset.UnixEpoch, group.PublishedAt);
    }

    [Fact]
    public void The_words_of_a_group_never_make_it_a_group_for_after_an_event()
    {
        var group = Group();
        group.Publish(DateTimeOffset.UnixEpoch);
        Assert.False(group.IsForAfterAnEvent);
    }

    [Fact]
    public void An_address_that_is_kept_shows_the_town_alone()
    {
        Assert.Equal("Rimouski", Group(addressIsPublic: false).PublicPlace);
        Assert.Equal("12, rue Cachée, Rimouski", Group().PublicPlace);
    }
}
