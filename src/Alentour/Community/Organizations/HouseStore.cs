using System.Data.Common;
using System.Globalization;
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
        + "who_decides, story, member_quote, quilt_seed, exit_address, newcomers_need_invitation, languages, member_term, privacy_officer, opened_on";

    static readonly string[] Names = Columns.Split(", ");

    static readonly string Keep = $"INSERT INTO house ({Columns}) VALUES ({string.Join(", ", Names.Select(n => "@" + n))}) "
        + $"ON CONFLICT (id) DO UPDATE SET {string.Join(", ", Names.Skip(1).Select(n => $"{n} = excluded.{n}"))}";

    /// <summary>The house, or null while none is set up.</summary>
    public async Task<House?> ForPublicAsync(CancellationToken stop) => await BeingPreparedAsync(stop) is { OpenedOn: not null } house ? house : null;

    /// <summary>The house, whether or not it is open already: for its set-up alone.</summary>
    public async Task<House?> BeingPreparedAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await ReadAsync(connection, null, stop);
    }

    /// <summary>The house as it stands in this transaction.</summary>
    internal static async Task<House?> ReadAsync(DbConnection connection, DbTransaction? transaction, CancellationToken stop) =>
        (await connection.Command($"SELECT {Columns} FROM house ORDER BY id LIMIT 1", transaction).ListAsync(Read, stop)).FirstOrDefault();

    internal static Task KeepAsync(DbConnection connection, DbTransaction transaction, House house, CancellationToken stop) =>
        connection.Command(Keep, transaction, [.. Names.Zip(Values(house))]).RunAsync(stop);

    static House Read(DbDataReader row) => new()
    {
        Id = Guid.Parse(row.GetString(0)),
        Name = row.GetString(1),
        Kind = row.IsDBNull(2) ? null : Enum.Parse<OrganizationKind>(row.GetString(2)),
        Tagline = row.GetJson<Bilingual>(3),
        Town = Text(row, 4),
        RegionCode = Text(row, 5),
        Street = Text(row, 6),
        Lat = row.IsDBNull(7) ? null : row.GetDouble(7),
        Lon = row.IsDBNull(8) ? null : row.GetDouble(8),
        Phone = Text(row, 9),
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
        Languages = row.IsDBNull(21) ? null : row.GetJson<WelcomeLanguages>(21),
        MemberTerm = row.GetJson<Bilingual>(22),
        PrivacyOfficer = row.IsDBNull(23) ? null : row.GetJson<PrivacyOfficer>(23),
        OpenedOn = row.IsDBNull(24) ? null : DateOnly.Parse(row.GetString(24), CultureInfo.InvariantCulture),
    };

    /// <summary>In the order of <see cref="Columns"/>.</summary>
    static object?[] Values(House house) =>
    [
        house.Id.ToString(), house.Name, house.Kind?.ToString(), Commands.Json(house.Tagline), house.Town, house.RegionCode, house.Street, house.Lat, house.Lon,
        house.Phone, house.Zone, Commands.Json(house.OpeningHours), Commands.Json(house.Exceptions), Commands.Json(house.Directions), Commands.Json(house.Access),
        Commands.Json(house.WhoDecides), Commands.Json(house.Story), Commands.JsonOrNull(house.MemberQuote), house.QuiltSeed, house.ExitAddress.ToString(),
        house.NewcomersNeedInvitation ? 1 : 0, Commands.JsonOrNull(house.Languages), Commands.Json(house.MemberTerm), Commands.JsonOrNull(house.PrivacyOfficer),
        house.OpenedOn?.ToString("O", CultureInfo.InvariantCulture),
    ];

    static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    sealed class Map : IEntityTypeConfiguration<House>
    {
        public void Configure(EntityTypeBuilder<House> builder)
        {
            builder.Property(h => h.Kind).HasConversion<string>();
            builder.Property(h => h.Tagline).AsJson();
            builder.Property(h => h.Languages).AsJson();
            builder.Property(h => h.MemberTerm).AsJson();
            builder.Property(h => h.OpeningHours).AsJson();
            builder.Property(h => h.Exceptions).AsJson();
            builder.Property(h => h.Directions).AsJson();
            builder.Property(h => h.Access).AsJson();
            builder.Property(h => h.WhoDecides).AsJson();
            builder.Property(h => h.Story).AsJson();
            builder.Property(h => h.MemberQuote).AsJson();
            builder.Property(h => h.PrivacyOfficer).AsJson();
            builder.Property(h => h.ExitAddress).HasConversion<string>();
        }
    }
}
