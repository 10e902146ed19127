using Alentour.Foundation.Running;

namespace Alentour.Foundation.Web.Answers;

/// <summary>
/// Makes of a request what the rest may rely on: a host that can stand in an address, one encoding that is really accepted,
/// and no header that would make the framework fail or answer with 5xx.
/// </summary>
static class SoundRequests
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!TakeHost(request, context.RequestServices.GetRequiredService<Settings>().PublicAddress))
            return Refuse(context, StatusCodes.Status400BadRequest);
        if (!TakeForm(request))
            return Refuse(context, StatusCodes.Status415UnsupportedMediaType);
        // One word, the same for the cache, the bundles and compression: were they to differ, a kept page would come packed to someone who cannot unpack it.
        request.Headers.AcceptEncoding = Encoding(request);
        // « only-if-cached » would be answered with 504.
        request.Headers.Remove("Cache-Control");
        return next(context);
    }

    /// <summary>The address of the house where it is known; else the host of the request, as long as it can be one.</summary>
    static bool TakeHost(HttpRequest request, Uri? publicAddress)
    {
        if (publicAddress is not null)
            (request.Scheme, request.Host) = (publicAddress.Scheme, HostString.FromUriComponent(publicAddress));
        else if (string.IsNullOrEmpty(request.Headers.Host))
            request.Headers.Host = "localhost";
        try
        {
            return Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out _);
        }
        catch (ArgumentException)
        {
            // "xn--" alone is no name.
            return false;
        }
    }

    /// <summary>A form comes with a POST and in UTF-8; other encodings throw when they are read.</summary>
    static bool TakeForm(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return request.GetTypedHeaders().ContentType is not { Charset.Length: > 0 } type || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        request.Headers.Remove("Content-Type");
        return true;
    }

    static string? Encoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return new[] { "br", "gzip" }.FirstOrDefault(name => accepted.Any(a => a.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0));
    }

    static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
