using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Alentour.Bench.Limits;

/// <summary>The ceiling: plain Kestrel that says hello. No answer over HTTP costs less here.</summary>
static class HelloServer
{
    public static async Task ServeAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.MapGet("/", () => "hello");
        await app.RunAsync();
    }
}
