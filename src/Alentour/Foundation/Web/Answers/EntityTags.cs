using System.Security.Cryptography;
using Microsoft.AspNetCore.OutputCaching;

namespace Alentour.Foundation.Web.Answers;

/// <summary>Gives every page an ETag, so that a slow line carries it once. Runs between the output cache and compression.</summary>
static class EntityTags
{
    /// <summary>An answer that streams has no end to wait for.</summary>
    public static bool MayHold(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Streamed>() is null;

    public static async Task Add(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }
        var body = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        await SendAsync(context, held);
    }

    static async Task SendAsync(HttpContext context, MemoryStream held)
    {
        if (held.Length == 0)
            return;
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            Mark(context, held);
            if (IsKnown(context))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.ContentLength = null;
                return;
            }
        }
        context.Response.ContentLength = held.Length;
        held.Position = 0;
        await held.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    static void Mark(HttpContext context, MemoryStream held)
    {
        var headers = context.Response.Headers;
        if (headers.ETag.Count == 0)
            headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(held.GetBuffer().AsSpan(0, (int)held.Length)).AsSpan(0, 10))}\"";
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "private, no-cache";
    }

    /// <summary>The output cache answers 304 itself for what it keeps; answering here would keep it from keeping.</summary>
    static bool IsKnown(HttpContext context) =>
        context.Request.Headers.IfNoneMatch.Count > 0
        && context.Request.Headers.IfNoneMatch.ToString().Contains(context.Response.Headers.ETag.ToString(), StringComparison.Ordinal)
        && context.Features.Get<IOutputCacheFeature>()?.Context.AllowCacheStorage != true;
}
