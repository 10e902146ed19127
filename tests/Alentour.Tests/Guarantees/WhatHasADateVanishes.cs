using Alentour.Tests.Foundation.Canaries;

namespace Alentour.Tests.Guarantees;

/// <summary>
/// Guarantee 19: what was to vanish at a date vanishes at that date. Unlikely words are told to the house in confidence, and looked for as a
/// thief of the machine would: in what it wrote to its logs, in the database, in backups.
/// </summary>
public sealed class WhatHasADateVanishes(LivedHouse house) : IClassFixture<LivedHouse>
{
    [Fact]
    public void What_is_looked_for_was_there_before_its_date()
    {
        Assert.All([.. house.Confided.Visit, .. house.Confided.Account, .. house.Seals], canary => Assert.Contains(canary, house.Before, StringComparison.Ordinal));
        Assert.All(house.Confided.Account, canary => Assert.Contains(canary, house.BackupBefore, StringComparison.Ordinal));
        Assert.InRange(house.Seals.Count, 5, int.MaxValue);
        Assert.InRange(house.Confided.Words.Count, 100, int.MaxValue);
    }

    [Fact]
    public void However_talkative_the_host_makes_it_the_log_holds_none_of_it()
    {
        Assert.Contains("Now listening on", house.Log, StringComparison.Ordinal);
        Assert.Contains("fail: ", house.Log, StringComparison.Ordinal);
        FindNone([.. house.Confided.All, .. house.Seals], house.Log);
        FindNone([.. house.Confided.All, .. house.Seals], house.Folder);
    }

    [Fact]
    public void Words_of_cards_and_slips_and_what_is_searched_for_are_never_stored()
    {
        foreach (var place in new[] { house.Before, house.BackupBefore, house.After, house.FilesAfter, house.BackupAfter })
            FindNone([.. house.Confided.Words, .. Confided.Queries], place);
    }

    [Fact]
    public void First_visits_are_in_no_backup_at_all() => FindNone(house.Confided.Visit, house.BackupBefore);

    [Fact]
    public void After_its_date_nothing_of_it_is_in_the_database_nor_in_a_backup()
    {
        foreach (var place in new[] { house.After, house.FilesAfter, house.BackupAfter })
            FindNone([.. house.Confided.All, .. house.Seals], place);
    }

    static void FindNone(IEnumerable<string> canaries, string place)
    {
        Assert.NotEmpty(place);
        Assert.DoesNotContain(canaries, c => place.Contains(c, StringComparison.OrdinalIgnoreCase));
    }
}
