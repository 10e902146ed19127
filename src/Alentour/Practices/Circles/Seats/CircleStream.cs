using Alentour.Community.People;
using Alentour.Foundation.Live;
using Alentour.Foundation.Web;

namespace Alentour.Practices.Circles.Seats;

/// <summary>GET /cercles/{id}/flux: tells whoever sits in a circle when to look again. Without a seat there is no stream.</summary>
static class CircleStream
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/cercles/{id:guid}/flux", ServeAsync).WithMetadata(new ForAll(), new Streamed());

    static async Task ServeAsync(Guid id, HttpContext context, Me me, CircleStore circles, LiveStream stream, CancellationToken stop)
    {
        if (await circles.SeatAsync(id, CircleCookie.Of(context.Request, me), stop) is { } seat)
            await stream.ServeAsync(context, CircleLive.Topic(id), seat);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
