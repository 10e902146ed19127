using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Tests.Practices.Finder;

public sealed class ReconciliationRules
{
    static readonly HashSet<string> Nothing = [];

    [Fact]
    public void What_says_the_same_changes_nothing()
    {
        var offer = Offer("a", "Un", "1");
        Assert.False(new Reconciliation([Known(offer)], [offer with { Sheet = offer.Sheet with { FoundOn = new DateOnly(2027, 1, 1) } }], Nothing).ChangesSomething);
    }

    [Fact]
    public void A_renamed_group_keeps_its_address_by_its_meetings()
    {
        var known = Known(Offer("a", "Un", "1", "2"));
        var change = new Reconciliation([known], [Offer("b", "Deux", "1", "2")], Nothing);
        Assert.Equal(known, Assert.Single(change.Updates).Known);
        Assert.Empty(change.Inserts);
        Assert.Empty(change.Withdrawals);
    }

    [Fact]
    public void A_group_that_splits_keeps_its_address_with_the_larger_part()
    {
        var known = Known(Offer("a", "Un", "1", "2", "3"));
        var change = new Reconciliation([known], [Offer("b", "Petit", "1"), Offer("a", "Un", "2", "3")], Nothing);
        Assert.Equal("a", Assert.Single(change.Updates).Offered.Reference);
        Assert.Equal("b", Assert.Single(change.Inserts).Reference);
    }

    [Fact]
    public void What_a_person_of_the_house_edited_is_left_alone()
    {
        var known = Known(Offer("a", "Un", "1")) with { IsEdited = true };
        Assert.False(new Reconciliation([known], [Offer("a", "Autre nom", "1")], Nothing).ChangesSomething);
        Assert.Empty(new Reconciliation([known], [Offer("z", "Z", "9")], Nothing).Withdrawals);
    }

    [Fact]
    public void A_source_in_which_nothing_can_be_read_withdraws_nothing() =>
        Assert.False(new Reconciliation([Known(Offer("a", "Un", "1"))], [], Nothing).ChangesSomething);

    [Theory]
    [InlineData("2026-06-01", false)]
    [InlineData("2026-05-26", true)]
    [InlineData("2025-01-01", true)]
    public void Six_months_after_it_was_verified_an_entry_says_so(string verified, bool isLongAgo)
    {
        var words = new Words(new TextCatalogue(), Language.French);
        var said = VerifiedWords.Say(DateOnly.ParseExact(verified, "yyyy-MM-dd", null), null, new DateOnly(2026, 11, 26), words);
        Assert.Equal(isLongAgo, said.Contains("plus de six mois", StringComparison.Ordinal));
    }

    static OfferedEntry Offer(string reference, string name, params string[] meetings) => new(reference, name,
        new ListedSheet { Kind = EntryKind.Group, Name = new Bilingual(name, null), FoundOn = new DateOnly(2026, 11, 22) },
        [.. meetings.Select(m => new ListedMeeting(m, "hash " + m, DayOfWeek.Tuesday, new TimeOnly(19, 0), 90, null, []))]);

    static ListedEntry Known(OfferedEntry offer) => new(Guid.CreateVersion7(), "source", offer.Reference, offer.WantedSlug, offer.Hash(), false, offer.Sheet, offer.Meetings);
}
