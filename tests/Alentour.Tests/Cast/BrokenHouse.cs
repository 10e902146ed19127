namespace Alentour.Tests.Cast;

/// <summary>Makes a page fail, to see what a person meets then.</summary>
public static class BrokenHouse
{
    /// <summary>Writes into every group a text that no code can read, so that its page throws.</summary>
    public static Task BreakGroupsAsync(House house) => Sql.RunAsync(house, "UPDATE mutual_aid_group SET themes = 'not a list'");
}
