namespace Alentour.Foundation.Web.Exits;

/// <summary>
/// « Quitter vite »: GET /quitter drops what this browser holds of us and leads to a neutral page. A plain link is enough;
/// with script the page also vanishes at once (Browser/exit.ts). Needs no database, but ends the session there when it can.
/// </summary>
static class QuickExit
{
    // No browser keeps more for one site.
    const int Most = 200;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/quitter", Leave).WithMetadata(new NotKept(), new WithoutStore());

    static IResult Leave(HttpContext context, SiteFace site, IDoorkeeper doorkeeper)
    {
        // A page of another site sends here whom it likes; it leads out, and signs nobody out.
        if (context.Request.Headers["Sec-Fetch-Site"] == "cross-site")
            return Results.Redirect(site.Now.ExitAddress.AbsoluteUri);
        // After the answer: leaving waits for no database. Without its cookie this browser is out already.
        context.Response.OnCompleted(() => doorkeeper.LeaveAsync(context));
        foreach (var name in context.Request.Cookies.Keys.Where(n => n is not (Display.LanguageCookie or Display.ChoiceCookie)).Take(Most))
            context.Response.Cookies.Delete(name, ToReplace(name, context.Request));
        // Not "storage": the help page kept for the night without network stays.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Redirect(site.Now.ExitAddress.AbsoluteUri);
    }

    /// <summary>Browsers replace a prefixed cookie only by one that keeps the rules of its prefix.</summary>
    static CookieOptions ToReplace(string name, HttpRequest request) => new()
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps || name.StartsWith("__", StringComparison.Ordinal),
    };
}
