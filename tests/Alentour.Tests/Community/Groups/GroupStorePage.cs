using System.Text.Json;
using Alentour.Community.Groups;
using Alentour.Community.Groups.Memberships;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Alentour.Tests.Foundation.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.Groups;

/// <summary>Groups are read by hand: nothing of what is kept may be lost on the way.</summary>
public sealed class GroupStorePage
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_group_is_read_as_it_was_kept(bool isFull)
    {
        await using var house = await House.OpenAsync(Mode.Live);
        var (samples, saved) = (new Samples(isFull), new Dictionary<IEntityType, object>());
        using var scope = house.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        foreach (var type in new[] { typeof(MutualAidGroup), typeof(GroupAgreement), typeof(MeetingSeries), typeof(MeetingChange) }.Select(t => db.Model.FindEntityType(t)!))
            db.Add(saved[type] = samples.Entity(type, saved));
        await db.SaveChangesAsync();

        var kept = saved.Values.OfType<MutualAidGroup>().Single();
        var own = new OwnGroup(kept.Id, kept.Slug, kept.Name, kept.QuiltSeed, null, Guid.Empty, kept.IsShown) { Standing = default, IsNew = false };
        var read = (await scope.ServiceProvider.GetRequiredService<GroupStore>().ForMemberAsync(own, default))!;
        var series = Assert.Single(read.Series);
        foreach (var (entity, back) in saved.Values.Zip(new object?[] { read.Group, read.Agreement, series, Assert.Single(series.Changes) }))
            Assert.Equal(Written(db, entity), Written(db, back!));
    }

    static string Written(Db db, object entity) =>
        JsonSerializer.Serialize(db.Model.FindEntityType(entity.GetType())!.GetProperties().ToDictionary(p => p.Name, p => p.PropertyInfo!.GetValue(entity)));
}
