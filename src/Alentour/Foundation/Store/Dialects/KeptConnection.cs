using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;

namespace Alentour.Foundation.Store.Dialects;

/// <summary>
/// A connection that stays open for the next who asks, with the statements it has read: to read the words of a query costs SQLite more than to
/// answer it (a quarter of /aujourdhui). A command that is given back has no value and no open row; the library forgets the value it was last asked with
/// when the next one comes, in memory alone.
/// </summary>
sealed class KeptConnection(string address, ConcurrentStack<KeptConnection> idle) : SqliteConnection(address)
{
    const int Statements = 100;

    // SQLite answers without waiting, so that hardly more are in use at once than there are processors. The library's own pool takes the others.
    static readonly int Connections = 2 * Environment.ProcessorCount;

    readonly Dictionary<string, KeptCommand> _read = [];
    int _inUse;
    bool _isIdle;

    /// <summary>A connection to this file: one that waits, or a new one.</summary>
    public static KeptConnection Take(string address, ConcurrentStack<KeptConnection> idle)
    {
        if (!idle.TryPop(out var kept))
            return new KeptConnection(address, idle);
        kept._isIdle = false;
        return kept;
    }

    /// <summary>Closes those that wait.</summary>
    public static void CloseAll(ConcurrentStack<KeptConnection> idle)
    {
        while (idle.TryPop(out var kept))
            kept.Close();
    }

    public SqliteCommand Command(string sql)
    {
        _inUse++;
        if (!_read.Remove(sql, out var command))
            return new KeptCommand(sql, this);
        command.IsInUse = true;
        return command;
    }

    protected override void Dispose(bool disposing)
    {
        if (_isIdle)
            return;
        // Whatever was left open would hold an old moment of the file, or the next one's act: then it is closed for good.
        if (disposing && State == ConnectionState.Open && Transaction is null && _inUse == 0 && idle.Count < Connections)
        {
            _isIdle = true;
            idle.Push(this);
        }
        else
        {
            base.Dispose(disposing);
        }
    }

    bool TakeBack(KeptCommand command)
    {
        _inUse--;
        if (State != ConnectionState.Open)
            return false;
        if (_read.Count == Statements)
        {
            foreach (var old in _read.Values)
                old.Forget();
            _read.Clear();
        }
        command.Parameters.Clear();
        command.Transaction = null;
        return _read.TryAdd(command.CommandText, command);
    }

    sealed class KeptCommand(string sql, KeptConnection home) : SqliteCommand(sql, home)
    {
        public bool IsInUse { get; set; } = true;

        public void Forget() => base.Dispose(true);

        protected override void Dispose(bool disposing)
        {
            if (!IsInUse)
                return;
            IsInUse = false;
            if (!disposing || !home.TakeBack(this))
                base.Dispose(disposing);
        }
    }
}
