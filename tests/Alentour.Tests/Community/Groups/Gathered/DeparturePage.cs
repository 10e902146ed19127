using System.Data.Common;
using System.Net;
using Alentour.Community.Groups;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.Groups.Gathered;

/// <summary>A module that keeps something of a member learns that they no longer are one, in the same transaction.</summary>
public sealed class DeparturePage
{
    const string Within = VisitSteps.Group + "/entre-nous";

    [Fact]
    public async Task Whoever_leaves_is_told_of_once_with_the_group_still_there_and_the_membership_gone()
    {
        var told = new Listening();
        await using var house = await House.OpenAsync(services: told.Register);
        var kateri = await house.ThereAsync("Kateri");
        using var browser = await house.SignedInAsync("Kateri");
        await browser.SendAsync(Within, ("geste", "partir"));
        await browser.SendAsync(Within, ("geste", "partir"));
        Assert.Equal([new Departure(kateri.Group.Id, kateri.PersonId, StillThere: true, StillMember: false)], told.Told);
    }

    [Fact]
    public async Task Whoever_is_erased_is_told_of_in_each_of_their_groups()
    {
        var told = new Listening();
        await using var house = await House.OpenAsync(services: told.Register);
        var groups = await Sql.TextsAsync(house, "SELECT m.group_id FROM membership m JOIN person p ON p.id = m.person_id WHERE p.chosen_name = 'Kateri'");
        Assert.Equal(2, groups.Count);
        using var browser = await house.SignedInAsync("Kateri");
        await browser.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        Assert.Equal(groups.Order(), told.Told.Select(t => t.Group.ToString()).Order());
        Assert.All(told.Told, t => Assert.Equal((true, false), (t.StillThere, t.StillMember)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_last_person_is_told_of_before_the_group_closes(bool isErased)
    {
        var told = new Listening();
        await using var house = await House.OpenAsync(services: told.Register);
        await Sql.RunAsync(house, "DELETE FROM membership WHERE group_id = (SELECT id FROM mutual_aid_group WHERE slug = 'cercle-du-jeudi') AND person_id <> (SELECT id FROM person WHERE chosen_name = 'Simone')");
        using var simone = await house.SignedInAsync("Simone");
        var group = (await house.ThereAsync("Simone")).Group.Id;
        if (isErased)
            await simone.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        else
            await simone.SendAsync(Within, ("geste", "partir"), ("sur", "oui"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM mutual_aid_group WHERE slug = 'cercle-du-jeudi'"));
        Assert.True(Assert.Single(told.Told, t => t.Group == group).StillThere);
    }

    [Fact]
    public async Task What_a_module_cannot_let_go_of_leaves_everything_as_it_was()
    {
        var told = new Listening { Writes = true, Breaks = true };
        await using var house = await House.OpenAsync(services: told.Register);
        await Sql.RunAsync(house, "CREATE TABLE seen_leaving (id text)");
        using var kateri = await house.SignedInAsync("Kateri");
        Assert.Equal(HttpStatusCode.InternalServerError, (await kateri.SendAsync(Within, ("geste", "partir"))).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await kateri.SendAsync("/mes-donnees/effacer", ("oui", "true"))).StatusCode);
        Assert.Equal(2, told.Told.Count);
        Assert.NotNull(await house.ThereAsync("Kateri"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM seen_leaving"));
        told.Breaks = false;
        Assert.Equal(HttpStatusCode.SeeOther, (await kateri.SendAsync(Within, ("geste", "partir"))).StatusCode);
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM seen_leaving"));
    }

    sealed record Departure(Guid Group, Guid Person, bool StillThere, bool StillMember);

    /// <summary>A module that writes a row for each departure, and asks for groups itself.</summary>
    sealed class Listening : IWhenMemberLeavesGroup
    {
        public List<Departure> Told { get; } = [];

        public bool Writes { get; init; }

        public bool Breaks { get; set; }

        public void Register(IServiceCollection services) => services.AddScoped<IWhenMemberLeavesGroup>(p =>
        {
            p.GetRequiredService<Gatherings>();
            return this;
        });

        public async Task LeftAsync(DbConnection connection, DbTransaction transaction, Guid group, Guid person, CancellationToken stop)
        {
            async Task<bool> IsAsync(string sql) => (await connection.Command(sql, transaction, ("group", group.ToString()), ("person", person.ToString())).ListAsync(_ => true, stop)).Count > 0;
            Told.Add(new Departure(group, person, await IsAsync("SELECT 1 FROM mutual_aid_group WHERE id = @group"), await IsAsync("SELECT 1 FROM membership WHERE group_id = @group AND person_id = @person")));
            if (Writes)
                await Sql.RunAsync(connection, transaction, "INSERT INTO seen_leaving VALUES ('one')");
            if (Breaks)
                throw new InvalidOperationException("Not now.");
        }
    }
}
