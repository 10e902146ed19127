using Alentour.Foundation.Web;

namespace Alentour.Community.People.Sessions;

/// <summary>POST /sortir ends this session and leaves the browser nothing of it.</summary>
static class SignOut
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/sortir", LeaveAsync).WithMetadata(new ForAll());

    static async Task<IResult> LeaveAsync(HttpContext context, IDoorkeeper doorkeeper)
    {
        await doorkeeper.LeaveAsync(context);
        SessionCookie.Drop(context.Response);
        // Not "storage": the help page kept for the night without network stays.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        context.Response.Headers.Location = "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
