using Alentour.Foundation.Web;

namespace Alentour.Community.People.EmailLinks;

/// <summary>
/// GET /lien/{token}: where the letter leads. It looks at nothing and uses nothing up. The token goes into a cookie of fifteen minutes and the
/// browser on to /lien, so that no address that stays in a history, a tab or a Referer holds it.
/// </summary>
static class FollowLink
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/lien/{token:length(43)}", Follow).WithMetadata(new NotKept(), new WithoutStore());

    static IResult Follow(string token, HttpContext context)
    {
        LinkCookie.Write(context.Response, token);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.Location = "/lien";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}

/// <summary>Holds the token between the letter and the press, on this device alone.</summary>
static class LinkCookie
{
    const string Plain = "lien";
    const string Bound = "__Host-lien";

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 and < 100 } value ? value : null;

    public static void Write(HttpResponse response, string token) => response.Cookies.Append(Name(response.HttpContext.Request), token, Options(response.HttpContext.Request));

    public static void Drop(HttpResponse response) => response.Cookies.Delete(Name(response.HttpContext.Request), Options(response.HttpContext.Request));

    static string Name(HttpRequest request) => request.IsHttps ? Bound : Plain;

    // Lax, not Strict: one comes from a mail program, and the way on to /lien must carry it.
    static CookieOptions Options(HttpRequest request) =>
        new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, IsEssential = true, MaxAge = SentLinks.GoodFor };
}
