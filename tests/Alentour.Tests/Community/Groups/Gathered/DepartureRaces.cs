using System.Data.Common;
using Alentour.Community.Groups;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.Groups.Gathered;

/// <summary>Somebody leaves a group at the moment at which they do what only a member does.</summary>
public sealed class DepartureRaces
{
    // Long enough for a departure that does not wait to be through.
    static readonly TimeSpan AWhile = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task What_a_member_does_while_they_leave_is_undone_with_the_rest()
    {
        await using var house = await House.OpenAsync(services: services => services.AddSingleton<IWhenMemberLeavesGroup, Seats>());
        await Sql.RunAsync(house, "CREATE TABLE taken (person text)");
        var kateri = await house.ThereAsync("Kateri");
        using var browser = await house.SignedInAsync("Kateri");
        Task<HttpResponseMessage>? leaving = null;
        await house.ActAsync(async (connection, transaction) =>
        {
            Assert.True(await house.Gatherings().IsMemberAsync(connection, transaction, kateri.Group.Id, kateri.PersonId, default));
            leaving = browser.SendAsync(VisitSteps.Group + "/entre-nous", ("geste", "partir"));
            await Task.WhenAny(leaving, Task.Delay(AWhile));
            await Sql.RunAsync(connection, transaction, $"INSERT INTO taken VALUES ('{kateri.PersonId}')");
        });
        using var answer = await leaving!;
        Assert.Equal("/aujourdhui?parti=oui", answer.Headers.Location?.OriginalString);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM taken"));
        Assert.False(await house.ActAsync((c, t) => house.Gatherings().IsMemberAsync(c, t, kateri.Group.Id, kateri.PersonId, default)));
    }

    sealed class Seats : IWhenMemberLeavesGroup
    {
        public Task LeftAsync(DbConnection connection, DbTransaction transaction, Guid group, Guid person, CancellationToken stop) =>
            connection.Command("DELETE FROM taken WHERE person = @person", transaction, ("person", person.ToString())).RunAsync(stop);
    }
}
