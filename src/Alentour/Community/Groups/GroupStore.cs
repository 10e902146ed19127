using Alentour.Foundation.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alentour.Community.Groups;

/// <summary>Groups in the database. Nothing outside reaches the bare tables: every way in names who asks.</summary>
public sealed class GroupStore(Db db)
{
    /// <summary>What the whole world may see: published groups alone.</summary>
    public GroupsForPublic ForPublic() => new(db.Set<MutualAidGroup>().Where(g => g.PublishedAt != null), db.Set<GroupAgreement>(), db.Set<MeetingSeries>().Include(s => s.Changes));

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
            builder.Ignore(g => g.Spoken).Ignore(g => g.PublicPlace);
        }

        public void Configure(EntityTypeBuilder<GroupAgreement> builder)
        {
            builder.HasOne<MutualAidGroup>().WithMany().HasForeignKey(a => a.GroupId);
            builder.Property(a => a.Articles).AsJson();
        }

        public void Configure(EntityTypeBuilder<MeetingSeries> builder)
        {
            builder.Ignore(s => s.Repetition);
            builder.HasOne<MutualAidGroup>().WithMany().HasForeignKey(s => s.GroupId);
            builder.HasMany(s => s.Changes).WithOne().HasForeignKey(c => c.SeriesId);
        }

        public void Configure(EntityTypeBuilder<MeetingChange> builder) => builder.HasKey(c => new { c.SeriesId, c.Day });
    }
}

/// <summary>Groups as anyone may see them.</summary>
public sealed class GroupsForPublic
{
    readonly IQueryable<MutualAidGroup> _groups;
    readonly IQueryable<GroupAgreement> _agreements;
    readonly IQueryable<MeetingSeries> _series;

    internal GroupsForPublic(IQueryable<MutualAidGroup> groups, IQueryable<GroupAgreement> agreements, IQueryable<MeetingSeries> series) =>
        (_groups, _agreements, _series) = (groups, agreements, series);

    /// <summary>The group with this slug, or null: not there and not published look the same.</summary>
    public async Task<PublicGroup?> BySlugAsync(string slug, CancellationToken stop)
    {
        if (await _groups.FirstOrDefaultAsync(g => g.Slug == slug, stop) is not { } group)
            return null;
        var agreement = await _agreements.Where(a => a.GroupId == group.Id).OrderByDescending(a => a.Number).FirstOrDefaultAsync(stop);
        return new PublicGroup(group, agreement, await _series.Where(s => s.GroupId == group.Id).ToListAsync(stop));
    }

    /// <summary>Every published group, without its agreements, by name.</summary>
    public async Task<IReadOnlyList<PublicGroup>> AllAsync(CancellationToken stop)
    {
        var groups = await _groups.OrderBy(g => g.Slug).ToListAsync(stop);
        var series = (await _series.ToListAsync(stop)).ToLookup(s => s.GroupId);
        return [.. groups.Select(g => new PublicGroup(g, null, [.. series[g.Id]]))];
    }
}
