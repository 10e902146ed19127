using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alentour.Bench.Limits;

/// <summary>
/// The ceiling of what is followed live: plain Kestrel that writes the same bytes to every open line, in a loop. No table, no topic, nobody
/// who may or may not; a line that is slow holds up the others.
/// </summary>
static class PlainLines
{
    public static async Task ServeAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        var lines = new ConcurrentDictionary<PipeWriter, bool>();
        var number = 0;
        using var turn = new SemaphoreSlim(1, 1);
        app.MapGet("/", () => "hello");
        app.MapGet("/heap", () => GC.GetTotalMemory(forceFullCollection: true));
        app.MapGet("/follow/{who}", (HttpContext context) => FollowAsync(context, lines, Bytes(number)));
        app.MapPost("/change", async () =>
        {
            await turn.WaitAsync();
            var bytes = Bytes(++number);
            foreach (var line in lines.Keys)
                await line.WriteAsync(bytes);
            turn.Release();
        });
        await app.RunAsync();
    }

    static async Task FollowAsync(HttpContext context, ConcurrentDictionary<PipeWriter, bool> lines, byte[] present)
    {
        context.Response.ContentType = "text/event-stream";
        var line = context.Response.BodyWriter;
        lines[line] = true;
        await line.WriteAsync(present);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (context.RequestAborted.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), left))
            await left.Task;
        lines.TryRemove(line, out _);
    }

    static byte[] Bytes(int number) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {number}\ndata: {number}\n\n"));
}
