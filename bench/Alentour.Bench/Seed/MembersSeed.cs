using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alentour.Community.People.Cards;
using Alentour.Foundation.Store;

namespace Alentour.Bench.Seed;

/// <summary>Members of the groups, twelve in each, in three groups each, every one with an open session; a few with a card.</summary>
static class MembersSeed
{
    /// <summary>The key of the cards, the same for the seed and for the house.</summary>
    public const string CardKey = "7777777777777777777777777777777777777777777777777777777777777777";

    public const int Cards = 4;

    const int InAGroup = 12;

    // Groups of a member stand this far apart, so that a member has three.
    const int Apart = 4;

    const string Day = "2026-01-05";

    static readonly DateTimeOffset Never = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A member of this group.</summary>
    public static long MemberOf(long group) => group * Apart;

    public static string Cookie(long member) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"session {member}")));

    /// <summary>Six words of the list.</summary>
    public static string CardOf(long member) => string.Join(' ', CardWords.All.Skip((int)member * CardWords.OnACard).Take(CardWords.OnACard));

    public static Task LayAsync(Database database, int groups) => database.WriteAsync(async (connection, transaction) =>
    {
        Task RunAsync(string sql, params (string, object?)[] values) => connection.Command(sql, transaction, values).RunAsync(default);
        for (var member = 0; member < groups * Apart; member++)
        {
            await RunAsync("INSERT INTO person (id, chosen_name, quilt_seed, language, joined_on) VALUES (@id, @name, @seed, 'fr', @day)",
                ("id", Id(member)), ("name", string.Create(CultureInfo.InvariantCulture, $"Membre {member}")), ("seed", member % 96), ("day", Day));
            await RunAsync("INSERT INTO session (lookup, id, person_id, is_shared, device, begun_on, runs_out_at) VALUES (@lookup, @id, @id, 0, 'Android, Firefox', @day, @until)",
                ("lookup", Seal(Cookie(member))), ("id", Id(member)), ("day", Day), ("until", Never.ToUnixTimeMilliseconds()));
        }
        for (var group = 0; group < groups; group++)
            for (var i = 0; i < InAGroup; i++)
                await RunAsync("INSERT INTO membership (group_id, person_id, since) SELECT id, @person, @day FROM mutual_aid_group WHERE slug = @slug",
                    ("person", Id((group * Apart + i) % (groups * Apart))), ("day", Day), ("slug", HouseSeed.Slug(group)));
        for (var member = 0; member < Cards; member++)
            await RunAsync("INSERT INTO way_in (id, person_id, kind, lookup, made_on) VALUES (@id, @id, 'Card', @lookup, @day)", ("id", Id(member)), ("lookup", Hash(CardOf(member))), ("day", Day));
    });

    /// <summary>What a card is kept as, in this house.</summary>
    public static string Hash(string words) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(words), Convert.FromHexString(CardKey), Community.People.Cards.CardKey.Rounds, HashAlgorithmName.SHA256, 32));

    public static string Seal(string cookie) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cookie)));

    public static string PersonId(long member) => Id((int)member);

    static string Id(int member) => new Guid(member, 7, 7, 0, 0, 0, 0, 0, 0, 0, 1).ToString();
}
