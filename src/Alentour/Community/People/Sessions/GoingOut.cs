using Alentour.Foundation.Web;

namespace Alentour.Community.People.Sessions;

/// <summary>POST /sortir ends this session and leaves the browser nothing of it.</summary>
static class GoingOut
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/sortir", LeaveAsync).WithMetadata(new ForAll());

    static async Task<IResult> LeaveAsync(HttpContext context, IDoorkeeper doorkeeper)
    {
        await doorkeeper.LeaveAsync(context);
        Forget(context.Response);
        context.Response.Headers.Location = Closed;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Where one lands who went out: the page says that one is.</summary>
    public const string Closed = "/c-est-ferme";

    /// <summary>Takes from this browser what it has of the person.</summary>
    public static void Forget(HttpResponse response)
    {
        SessionCookie.Drop(response);
        // Not "storage": the help page kept for the night without network stays.
        response.Headers["Clear-Site-Data"] = "\"cache\"";
    }
}
