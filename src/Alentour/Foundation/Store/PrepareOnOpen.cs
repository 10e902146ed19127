using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Alentour.Foundation.Store;

/// <summary>Gives the connections that EF opens the same settings as those of <see cref="Database.OpenAsync"/>.</summary>
sealed class PrepareOnOpen(Dialect dialect) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => dialect.Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        dialect.Prepare(connection);
        return Task.CompletedTask;
    }
}
