using System.Data.Common;
using System.Globalization;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.Groups.Openings;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Agreements;

/// <summary>The agreements a group gives itself: each change is a new number, and those before stay to be read.</summary>
public sealed class AgreementStore(Database database, PublicVersion version, GroupJournal journal, HouseClock clock)
{
    /// <summary>All versions, the one in force first.</summary>
    public async Task<IReadOnlyList<GroupAgreement>> OfAsync(OwnGroup group, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command("SELECT id, number, adopted_on, method, articles FROM group_agreement WHERE group_id = @group ORDER BY number DESC", null, ("group", group.Id.ToString()))
            .ListAsync(row => Read(row, group.Id), stop);
    }

    /// <param name="seen">The number that was in force before their eyes; 0 for none.</param>
    /// <exception cref="RefusalException">Somebody else of the group wrote the next number meanwhile, or the pen is not theirs.</exception>
    public Task AdoptAsync(OwnGroup group, int seen, string method, IReadOnlyList<string> articles, CancellationToken stop) => database.WriteAsync(async (connection, transaction) =>
    {
        await Pen.TakeAsync(connection, transaction, group, clock.Now.Day, stop);
        var last = await connection.Command("SELECT coalesce(max(number), 0) FROM group_agreement WHERE group_id = @group", transaction, ("group", group.Id.ToString())).ListAsync(row => Convert.ToInt32(row.GetValue(0), CultureInfo.InvariantCulture), stop);
        if (last[0] != seen)
            throw new RefusalException("pen.refusal.meanwhile");
        await connection.Command("INSERT INTO group_agreement (id, group_id, number, adopted_on, method, articles) VALUES (@id, @group, @number, @day, @method, @articles)", transaction,
            ("id", Ids.New().ToString()), ("group", group.Id.ToString()), ("number", seen + 1), ("day", clock.Now.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("method", method), ("articles", Commands.Json(articles))).RunAsync(stop);
        await journal.WriteAsync(connection, transaction, group, journal.Now(GroupAct.Agreements, became: (seen + 1).ToString(CultureInfo.InvariantCulture)), stop);
        if (group.IsShown)
            await version.RaiseAsync(connection, transaction, stop);
    }, stop);

    static GroupAgreement Read(DbDataReader row, Guid group) => new()
    {
        Id = Guid.Parse(row.GetString(0)),
        GroupId = group,
        Number = row.GetInt32(1),
        AdoptedOn = DateOnly.Parse(row.GetString(2), CultureInfo.InvariantCulture),
        Method = row.GetString(3),
        Articles = row.GetJson<List<string>>(4),
    };
}
