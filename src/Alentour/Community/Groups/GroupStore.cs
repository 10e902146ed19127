using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Memberships;
using Alentour.Foundation.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alentour.Community.Groups;

/// <summary>Groups in the database. Nothing outside reaches the bare tables: every way in names who asks.</summary>
public sealed class GroupStore(Db db)
{
    /// <summary>What the whole world may see: published groups alone.</summary>
    public GroupsForPublic ForPublic() => new(db);

    /// <summary>A group of one's own, shown to the world or not; null when it closed meanwhile.</summary>
    public Task<PublicGroup?> ForMemberAsync(OwnGroup own, CancellationToken stop) => new GroupsForPublic(db).WholeAsync(own.Slug, stop);

    /// <summary>The group to which a first visit was announced; null when it closed or withdrew its page meanwhile.</summary>
    public async Task<PublicGroup?> ForVisitAsync(OwnVisit visit, CancellationToken stop) => visit.GroupSlug is { } slug ? await ForPublic().BySlugAsync(slug, stop) : null;

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
            builder.Ignore(g => g.Spoken).Ignore(g => g.PublicPlace).Ignore(g => g.NeedsAWordFirst).Ignore(g => g.IsShown).Ignore(g => g.IsOnlyFromAfar).Ignore(g => g.Afar);
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
        EF.CompileAsyncQuery((Db db, string slug, CancellationToken stop) => db.Set<MutualAidGroup>().AsNoTracking().FirstOrDefault(g => g.PublishedAt != null && g.Slug == slug));

    static readonly Func<Db, string, CancellationToken, Task<MutualAidGroup?>> Any =
        EF.CompileAsyncQuery((Db db, string slug, CancellationToken stop) => db.Set<MutualAidGroup>().AsNoTracking().FirstOrDefault(g => g.Slug == slug));

    static readonly Func<Db, Guid, CancellationToken, Task<GroupAgreement?>> InForce =
        EF.CompileAsyncQuery((Db db, Guid group, CancellationToken stop) => db.Set<GroupAgreement>().AsNoTracking().Where(a => a.GroupId == group).OrderByDescending(a => a.Number).FirstOrDefault());

    static readonly Func<Db, Guid, IAsyncEnumerable<MeetingSeries>> SeriesOf =
        EF.CompileAsyncQuery((Db db, Guid group) => db.Set<MeetingSeries>().AsNoTracking().Include(s => s.Changes).Where(s => s.GroupId == group));

    readonly Db _db;

    internal GroupsForPublic(Db db) => _db = db;

    /// <summary>The group with this slug, or null: not there and not published look the same.</summary>
    public async Task<PublicGroup?> BySlugAsync(string slug, CancellationToken stop)
    {
        return await Published(_db, slug, stop) is { } group ? await WithAllAsync(group, stop) : null;
    }

    internal async Task<PublicGroup?> WholeAsync(string slug, CancellationToken stop) => await Any(_db, slug, stop) is { } group ? await WithAllAsync(group, stop) : null;

    async Task<PublicGroup> WithAllAsync(MutualAidGroup group, CancellationToken stop)
    {
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
