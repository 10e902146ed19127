using System.Data.Common;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alentour.Community.Organizations;

/// <summary>
/// The house in the database. Everything in it is at level Open. Read by hand and not through EF, which takes most of a second
/// to wake: the first page after a start must not wait for it.
/// </summary>
public sealed class HouseStore(Database database)
{
    const string Columns = "id, name, kind, tagline, town, region_code, street, lat, lon, phone, zone, opening_hours, exceptions, directions, access, "
        + "who_decides, story, member_quote, quilt_seed, exit_address, newcomers_need_invitation";

    /// <summary>The house, or null while none is set up.</summary>
    public async Task<House?> ForPublicAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return (await connection.Command($"SELECT {Columns} FROM house ORDER BY id LIMIT 1").ListAsync(Read, stop)).FirstOrDefault();
    }

    static House Read(DbDataReader row) => new()
    {
        Id = Guid.Parse(row.GetString(0)),
        Name = row.GetString(1),
        Kind = Enum.Parse<OrganizationKind>(row.GetString(2)),
        Tagline = row.GetJson<Bilingual>(3),
        Town = row.GetString(4),
        RegionCode = row.GetString(5),
        Street = row.GetString(6),
        Lat = row.GetDouble(7),
        Lon = row.GetDouble(8),
        Phone = row.IsDBNull(9) ? null : row.GetString(9),
        Zone = row.GetString(10),
        OpeningHours = row.GetJson<IReadOnlyList<OpeningHours>>(11),
        Exceptions = row.GetJson<Bilingual>(12),
        Directions = row.GetJson<Bilingual>(13),
        Access = row.GetJson<BilingualList>(14),
        WhoDecides = row.GetJson<Bilingual>(15),
        Story = row.GetJson<Bilingual>(16),
        MemberQuote = row.IsDBNull(17) ? null : row.GetJson<MemberQuote>(17),
        QuiltSeed = row.GetInt32(18),
        ExitAddress = new Uri(row.GetString(19)),
        NewcomersNeedInvitation = row.GetInt32(20) == 1,
    };

    sealed class Map : IEntityTypeConfiguration<House>
    {
        public void Configure(EntityTypeBuilder<House> builder)
        {
            builder.Property(h => h.Kind).HasConversion<string>();
            builder.Property(h => h.Tagline).AsJson();
            builder.Property(h => h.OpeningHours).AsJson();
            builder.Property(h => h.Exceptions).AsJson();
            builder.Property(h => h.Directions).AsJson();
            builder.Property(h => h.Access).AsJson();
            builder.Property(h => h.WhoDecides).AsJson();
            builder.Property(h => h.Story).AsJson();
            builder.Property(h => h.MemberQuote).AsJson();
            builder.Property(h => h.ExitAddress).HasConversion<string>();
        }
    }
}
