using System.Data.Common;

namespace Alentour.Community.People;

/// <summary>Where somebody who opens an account was on their way to, such as a group they visited. The module that knows the place takes them there.</summary>
public interface IOnTheWay
{
    /// <summary>The name of choice they bear there; null when this browser is on the way to nothing.</summary>
    Task<string?> NameAsync(HttpRequest request, CancellationToken stop);

    /// <summary>They arrive, in the transaction that opens the account.</summary>
    Task ArriveAsync(HttpRequest request, (DbConnection Connection, DbTransaction Transaction) act, Guid person, CancellationToken stop);
}
