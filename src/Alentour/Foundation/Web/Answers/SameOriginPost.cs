namespace Alentour.Foundation.Web.Answers;

/// <summary>
/// Unsafe requests are taken from our own pages only: by Sec-Fetch-Site, or where an old browser does not send it, by Origin.
/// Neither, or "null": refused. No token and no cookie are needed, so pages with a form stay cacheable.
/// </summary>
public static class SameOriginPost
{
    internal static Task Check(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || IsOurs(context.Request))
            return next(context);
        context.Response.StatusCode = HttpMethods.IsPost(method) ? StatusCodes.Status403Forbidden : StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    public static bool IsOurs(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
            return site == "same-origin";
        return request.Headers.TryGetValue("Origin", out var origin)
            && Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
