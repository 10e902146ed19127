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
        SentLinks.OnTheWay.Write(context.Response, token);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.Location = "/lien";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
