using System.Runtime.InteropServices;
using System.Text;
using Alentour.Bench.Circling;
using Alentour.Practices.Circles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(CountedHouse))]

namespace Alentour.Bench.Circling;

/// <summary>
/// The whole house in this process, beside a counter that SQLite itself calls: at each question, at each row that a question gives, at each row
/// that is written. Nothing of the house is changed, and nothing is timed here. GET /counted tells, and begins anew.
/// </summary>
sealed class CountedHouse : IHostingStartup, IStartupFilter
{
    const uint OfStatements = 1;
    const uint OfRows = 4;
    const string Path = "/counted";

    // The library calls them for as long as the process lives.
    static readonly Opened OnOpened = Open;
    static readonly Traced OnTraced = Trace;
    static readonly Updated OnUpdated = (_, _, _, table, _) => Count(Marshal.PtrToStringUTF8(table)!);

    static readonly Dictionary<string, int> Written = [];
    static int _questions;
    static int _rowsRead;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    delegate int Opened(nint connection, nint message, nint api);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    delegate int Traced(uint what, nint context, nint statement, nint words);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    delegate void Updated(nint context, int how, nint database, nint table, long row);

    /// <summary>Runs the house as its own program does, and returns when it ends.</summary>
    public static void Serve(string address)
    {
        _ = sqlite3_auto_extension(Marshal.GetFunctionPointerForDelegate(OnOpened));
        // The house finds it by this name, and lets it add what stands before every request.
        Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(CountedHouse).Assembly.GetName().Name);
        var house = typeof(CircleStore).Assembly;
        // Else its pages would be looked for in the program that was started.
        Environment.SetEnvironmentVariable("ASPNETCORE_APPLICATIONNAME", house.GetName().Name);
        house.EntryPoint!.Invoke(null, [new[] { "--urls", address }]);
    }

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, others) => context.Request.Path == Path ? context.Response.WriteAsync(Tell()) : others(context));
        next(app);
    };

    /// <summary>« questions rows-read table=rows-written … ».</summary>
    static string Tell()
    {
        lock (Written)
        {
            var told = new StringBuilder($"{_questions} {_rowsRead}");
            foreach (var (table, rows) in Written.OrderBy(w => w.Key, StringComparer.Ordinal))
                told.Append(' ').Append(table).Append('=').Append(rows);
            (_questions, _rowsRead) = (0, 0);
            Written.Clear();
            return told.ToString();
        }
    }

    static int Open(nint connection, nint message, nint api)
    {
        _ = sqlite3_trace_v2(connection, OfStatements | OfRows, Marshal.GetFunctionPointerForDelegate(OnTraced), 0);
        sqlite3_update_hook(connection, Marshal.GetFunctionPointerForDelegate(OnUpdated), 0);
        return 0;
    }

    static int Trace(uint what, nint context, nint statement, nint words)
    {
        lock (Written)
        {
            if (what == OfRows)
                _rowsRead++;
            else if (IsQuestion(Marshal.PtrToStringUTF8(words)!))
                _questions++;
        }
        return 0;
    }

    // Not what begins or keeps a transaction, nor what a trigger does of itself.
    static bool IsQuestion(string words) => new[] { "SELECT", "INSERT", "UPDATE", "DELETE" }.Any(w => words.StartsWith(w, StringComparison.Ordinal));

    static void Count(string table)
    {
        lock (Written)
            Written[table] = Written.GetValueOrDefault(table) + 1;
    }

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl)]
    static extern int sqlite3_auto_extension(nint opened);

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl)]
    static extern int sqlite3_trace_v2(nint connection, uint what, nint traced, nint context);

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl)]
    static extern nint sqlite3_update_hook(nint connection, nint updated, nint context);
}
