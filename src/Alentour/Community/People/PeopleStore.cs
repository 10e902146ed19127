using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;

namespace Alentour.Community.People;

/// <summary>
/// People in the database. There is no list and no search of accounts, for nobody: a person is reached by their own session,
/// or by what they share with whoever asks.
/// </summary>
public sealed class PeopleStore(HouseClock clock)
{
    /// <summary>How many differing blocks the quilt has.</summary>
    const int Blocks = 96;

    /// <summary>Adds somebody, in the transaction of whatever lets them in.</summary>
    /// <param name="name">As <see cref="Person.Name"/> gave it.</param>
    public async Task<Guid> AddAsync(DbConnection connection, DbTransaction transaction, string name, string language, CancellationToken stop)
    {
        var id = Ids.New();
        await connection.Command("INSERT INTO person (id, chosen_name, quilt_seed, language, joined_on) VALUES (@id, @name, @seed, @language, @day)", transaction,
            ("id", id.ToString()), ("name", name), ("seed", RandomNumberGenerator.GetInt32(Blocks)), ("language", language),
            ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture))).RunAsync(stop);
        return id;
    }
}
