using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Alentour.Foundation.Store.Dialects;

/// <summary>
/// Gives the connections that EF opens the same settings as those of <see cref="Database.OpenAsync"/>, and keeps each open as long as
/// its pooled context lives: EF would close it after every query, and a page asks several (a fifth of its cost on SQLite).
/// </summary>
sealed class PrepareOnOpen(Dialect dialect) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => dialect.Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        dialect.Prepare(connection);
        return Task.CompletedTask;
    }

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(InterceptionResult.Suppress());
}
