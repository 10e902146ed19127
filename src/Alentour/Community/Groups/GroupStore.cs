using Alentour.Foundation.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alentour.Community.Groups;

/// <summary>Groups in the database. Nothing outside reaches the bare tables: every way in names who asks.</summary>
public sealed class GroupStore(Db db)
{
    /// <summary>What the whole world may see: published groups alone.</summary>
    public GroupsForPublic ForPublic() => new(db);

    sealed class Map : IEntityTypeConfiguration<MutualAidGroup>, IEntityTypeConfiguration<GroupAgreement>, IEntityTypeConfiguration<MeetingSeries>, IEntityTypeConfiguration<MeetingChange>
    {
        public void Configure(EntityTypeBuilder<MutualAidGroup> builder)
        {
            builder.Property(g => g.Themes).AsJson();
            builder.Property(g => g.Forms).AsJson();
            builder.Property(g => g.Languages).AsJson();
            builder.Property(g => g.Ways).AsJson();
            builder.Property(g => g.Access).AsJson();
            builder.Property(g => g.FirstVisit).AsJson();
            builder.Property(g => g.Stewardship).HasConversion<string>();
            builder.Property(g => g.Joining).HasConversion<string>();
            builder.Ignore(g => g.Spoken).Ignore(g => g.PublicPlace).Ignore(g => g.NeedsAWordFirst);
        }

        public void Configure(EntityTypeBuilder<GroupAgreement> builder)
        {
            builder.HasOne<MutualAidGroup>().WithMany().HasForeignKey(a => a.GroupId);
            builder.Property(a => a.Articles).AsJson();
        }

        public void Configure(EntityTypeBuilder<MeetingSeries> builder)
        {
            builder.Ignore(s => s.Repetition);
            builder.Property(s => s.VisitDoor).HasConversion<string>();
            builder.HasOne<MutualAidGroup>().WithMany().HasForeignKey(s => s.GroupId);
            builder.HasMany(s => s.Changes).WithOne().HasForeignKey(c => c.SeriesId);
        }

        public void Configure(EntityTypeBuilder<MeetingChange> builder) => builder.HasKey(c => new { c.SeriesId, c.Day });
    }
}

/// <summary>Groups as anyone may see them.</summary>
public sealed class GroupsForPublic
{
    // Compiled once: a group's page is asked often, and EF otherwise reads the shape of each query anew.
    static readonly Func<Db, string, CancellationToken, Task<MutualAidGroup?>> Published =
        EF.CompileAsyncQuery((Db db, string slug, CancellationToken stop) => db.Set<MutualAidGroup>().FirstOrDefault(g => g.PublishedAt != null && g.Slug == slug));

    static readonly Func<Db, Guid, CancellationToken, Task<GroupAgreement?>> InForce =
        EF.CompileAsyncQuery((Db db, Guid group, CancellationToken stop) => db.Set<GroupAgreement>().Where(a => a.GroupId == group).OrderByDescending(a => a.Number).FirstOrDefault());

    static readonly Func<Db, Guid, IAsyncEnumerable<MeetingSeries>> SeriesOf =
        EF.CompileAsyncQuery((Db db, Guid group) => db.Set<MeetingSeries>().Include(s => s.Changes).Where(s => s.GroupId == group));

    readonly Db _db;

    internal GroupsForPublic(Db db) => _db = db;

    /// <summary>The group with this slug, or null: not there and not published look the same.</summary>
    public async Task<PublicGroup?> BySlugAsync(string slug, CancellationToken stop)
    {
        if (await Published(_db, slug, stop) is not { } group)
            return null;
        var agreement = await InForce(_db, group.Id, stop);
        return new PublicGroup(group, agreement, await SeriesOf(_db, group.Id).ToListAsync(stop));
    }

    /// <summary>Every published group, without its agreements, by name.</summary>
    public async Task<IReadOnlyList<PublicGroup>> AllAsync(CancellationToken stop)
    {
        var groups = await _db.Set<MutualAidGroup>().Where(g => g.PublishedAt != null).OrderBy(g => g.Slug).ToListAsync(stop);
        var series = (await _db.Set<MeetingSeries>().Include(s => s.Changes).ToListAsync(stop)).ToLookup(s => s.GroupId);
        return [.. groups.Select(g => new PublicGroup(g, null, [.. series[g.Id]]))];
    }
}
