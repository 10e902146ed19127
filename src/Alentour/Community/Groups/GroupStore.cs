using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Meetings;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.People;
using Alentour.Foundation.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alentour.Community.Groups;

/// <summary>
/// Groups in the database. Nothing outside reaches the bare tables: every way in names who asks. Read by hand, as the house is: through EF the
/// reading alone was a fifth of a group's page.
/// </summary>
public sealed class GroupStore(Database database)
{
    /// <summary>What the whole world may see: published groups alone.</summary>
    public GroupsForPublic ForPublic() => new(database);

    /// <summary>A group of one's own, shown to the world or not; null when it closed meanwhile.</summary>
    public Task<PublicGroup?> ForMemberAsync(OwnGroup own, CancellationToken stop) => ForGatheredAsync(own.Id, stop);

    /// <summary>When the groups of this person meet, all asked at once.</summary>
    public async Task<ILookup<Guid, MeetingSeries>> DatesAsync(Me me, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await SeriesRows.OfAsync(connection, "s.group_id IN (SELECT group_id FROM membership WHERE person_id = @value)", me.Id.ToString(), stop)).ToLookup(s => s.GroupId);
    }

    /// <summary>A group for whoever gathers in it, shown to the world or not; null when it closed. <see cref="Gatherings"/> alone asks it.</summary>
    internal async Task<PublicGroup?> ForGatheredAsync(Guid group, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await GroupRows.WholeAsync(connection, "id = @value", group.ToString(), stop);
    }

    /// <summary>The group to which a first visit was announced; null when it closed or withdrew its page meanwhile.</summary>
    public async Task<PublicGroup?> ForVisitAsync(OwnVisit visit, CancellationToken stop) => visit.GroupSlug is { } slug ? await ForPublic().BySlugAsync(slug, stop) : null;

    // EF writes the groups of the demonstration, and says whether tables and entities hold the same.
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
    readonly Database _database;

    internal GroupsForPublic(Database database) => _database = database;

    /// <summary>The group with this slug, or null: not there and not published look the same.</summary>
    public async Task<PublicGroup?> BySlugAsync(string slug, CancellationToken stop)
    {
        await using var connection = await _database.OpenAsync(stop);
        return await GroupRows.WholeAsync(connection, "published_at IS NOT NULL AND slug = @value", slug, stop);
    }

    /// <summary>Every published group, without its agreements, by name.</summary>
    public async Task<IReadOnlyList<PublicGroup>> AllAsync(CancellationToken stop)
    {
        await using var connection = await _database.OpenAsync(stop);
        var groups = await GroupRows.GroupsAsync(connection, "published_at IS NOT NULL ORDER BY slug", null, stop);
        var series = (await SeriesRows.OfAsync(connection, "s.group_id IN (SELECT id FROM mutual_aid_group WHERE published_at IS NOT NULL)", null, stop)).ToLookup(s => s.GroupId);
        return [.. groups.Select(g => new PublicGroup(g, null, [.. series[g.Id]]))];
    }
}

/// <summary>The rows of groups as entities. Conditions name their one value @value.</summary>
static class GroupRows
{
    const string Group = """
        SELECT id, slug, name, language, in_members_words, for_whom, themes, forms, stewardship, hosted_by, training, languages, ways, way_words, access, first_visit,
            is_for_after_an_event, leader, supervisor, address_is_public, street, town, region_code, lat, lon, quilt_seed, joining, version, published_at
        FROM mutual_aid_group WHERE
        """;

    const string InForce = "SELECT id, group_id, number, adopted_on, method, articles FROM group_agreement WHERE group_id = @value ORDER BY number DESC LIMIT 1";

    /// <summary>A group with its agreement and its series, or null.</summary>
    public static async Task<PublicGroup?> WholeAsync(DbConnection connection, string which, string value, CancellationToken stop)
    {
        if (await GroupsAsync(connection, which, value, stop) is not [var group])
            return null;
        var agreements = await connection.Command(InForce, null, ("value", group.Id.ToString())).ListAsync(ReadAgreement, stop);
        return new PublicGroup(group, agreements.FirstOrDefault(), await SeriesRows.OfAsync(connection, "s.group_id = @value", group.Id.ToString(), stop));
    }

    public static Task<List<MutualAidGroup>> GroupsAsync(DbConnection connection, string which, string? value, CancellationToken stop) =>
        connection.Command($"{Group} {which}", null, ("value", value)).ListAsync(ReadGroup, stop);

    // What was published, the table lets stand only as MutualAidGroup.Publish does.
    static MutualAidGroup ReadGroup(DbDataReader row)
    {
        var group = Read(row);
        if (!row.IsDBNull(28))
            group.Publish(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(28)));
        return group;
    }

    static MutualAidGroup Read(DbDataReader row) => new()
    {
        Id = Guid.Parse(row.GetString(0)),
        Slug = row.GetString(1),
        Name = row.GetString(2),
        Language = row.GetString(3),
        InMembersWords = row.GetString(4),
        ForWhom = row.GetString(5),
        Themes = row.GetJson<IReadOnlyList<string>>(6),
        Forms = row.GetJson<IReadOnlyList<AidForm>>(7),
        Stewardship = Enum.Parse<GroupStewardship>(row.GetString(8)),
        HostedBy = row.GetString(9),
        Training = row.GetString(10),
        Languages = row.GetJson<IReadOnlyList<string>>(11),
        Ways = row.GetJson<IReadOnlyList<MeetingWay>>(12),
        WayWords = row.GetString(13),
        Access = row.GetJson<IReadOnlyList<string>>(14),
        FirstVisit = row.GetJson<FirstVisitWords>(15),
        IsForAfterAnEvent = row.GetInt32(16) == 1,
        Leader = Text(row, 17),
        Supervisor = Text(row, 18),
        AddressIsPublic = row.GetInt32(19) == 1,
        Street = Text(row, 20),
        Town = row.GetString(21),
        RegionCode = row.GetString(22),
        Lat = row.IsDBNull(23) ? null : row.GetDouble(23),
        Lon = row.IsDBNull(24) ? null : row.GetDouble(24),
        QuiltSeed = row.GetInt32(25),
        Joining = Enum.Parse<JoiningWay>(row.GetString(26)),
        Version = row.GetInt32(27),
    };

    static GroupAgreement ReadAgreement(DbDataReader row) => new()
    {
        Id = Guid.Parse(row.GetString(0)),
        GroupId = Guid.Parse(row.GetString(1)),
        Number = row.GetInt32(2),
        AdoptedOn = DateOnly.ParseExact(row.GetString(3), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Method = row.GetString(4),
        Articles = row.GetJson<IReadOnlyList<string>>(5),
    };

    static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
