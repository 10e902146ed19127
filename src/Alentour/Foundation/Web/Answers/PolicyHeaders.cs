namespace Alentour.Foundation.Web.Answers;

/// <summary>The headers of every answer (security.md part 3). No inline script or style exists, so no nonce is needed.</summary>
static class PolicyHeaders
{
    public const string ContentSecurity =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; font-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types alentour alentour-worker";

    const string Without = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=(), geolocation=";
    const string WithPlace = Without + "(self)";
    const string WithoutPlace = Without + "()";

    /// <summary>At the last moment, so that an error page, which clears the answer first, carries them too.</summary>
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state => Put((HttpContext)state), context);
        return next(context);
    }

    static Task Put(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurity;
        // « Quitter vite » says no-referrer: the page it leads to must not learn where the person was.
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Only the finder may ask where the person is, and only when they press « Près de moi ».
        headers["Permissions-Policy"] = context.Request.Path.StartsWithSegments("/groupes") || context.Request.Path == "/" ? WithPlace : WithoutPlace;
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }
}
