using System.Globalization;
using Alentour.Foundation.Store;
using Microsoft.AspNetCore.OutputCaching;

namespace Alentour.Foundation.Web.Answers;

/// <summary>
/// Keeps the pages that are the same for everybody: by address, display choices, encoding, the minute, and the version of public content.
/// Never by raw cookies or Accept-Language. Pages that answer without the database are kept without asking it anything.
/// </summary>
sealed class PublicPages : IOutputCachePolicy
{
    // The limit of the cache counts pages, not the addresses they are kept under: 64 KB each would fill the memory.
    const int LongestAddress = 2048;

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isPage = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && http.GetEndpoint()?.Metadata.GetMetadata<NotKept>() is null
            && http.Request.Path.Value?.Length + http.Request.QueryString.Value?.Length <= LongestAddress;
        context.EnableOutputCaching = isPage;
        context.AllowCacheLookup = isPage;
        context.AllowCacheStorage = isPage;
        context.AllowLocking = isPage;
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(2);
        if (!isPage)
            return;
        // Whoever asks for the same page at the same moment waits for this one: it must not stop because the first one left.
        http.RequestAborted = CancellationToken.None;
        var services = http.RequestServices;
        var version = services.GetRequiredService<PublicVersion>();
        if (http.GetEndpoint()?.Metadata.GetMetadata<WithoutStore>() is null)
            await version.RefreshAsync(cancellation);
        var shown = services.GetServices<IShownFromMemory>().Sum(s => s.Number);
        // Pages say « ce soir » and « à cette heure »: a minute is as long as they stay true.
        var minute = services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds() / 60;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["look"] = services.GetRequiredService<Display>().CacheKey;
        context.CacheVaryByRules.VaryByValues["encoding"] = http.Request.Headers.AcceptEncoding.ToString();
        context.CacheVaryByRules.VaryByValues["state"] = string.Create(CultureInfo.InvariantCulture, $"{version.Number}/{shown}/{minute}");
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK || context.HttpContext.Response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
