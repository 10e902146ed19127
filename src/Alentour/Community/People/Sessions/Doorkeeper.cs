using System.Data.Common;
using Alentour.Foundation.Web;

namespace Alentour.Community.People.Sessions;

/// <summary>Seats whoever holds a session, and turns back whom the endpoint does not let in.</summary>
sealed class Doorkeeper(SessionStore sessions) : IDoorkeeper
{
    // Leaving must not hold a connection open behind the person's back.
    static readonly TimeSpan LongestLeaving = TimeSpan.FromSeconds(2);

    public async Task<bool> LetInAsync(HttpContext context, Guarded guarded)
    {
        var me = context.RequestServices.GetRequiredService<Me>();
        if (SessionCookie.Read(context.Request) is { } cookie)
            await SeatAsync(context, me, cookie);
        if (guarded is ForAll || guarded is ForMembers && me.IsHere || guarded is ForRole role && me.IsHere && role.Kinds.Any(me.Holds))
            return true;
        if (me.IsHere)
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            LeadToTheDoor(context);
        return false;
    }

    async Task SeatAsync(HttpContext context, Me me, string cookie)
    {
        var sat = await sessions.SitAsync(me, cookie, context.RequestAborted);
        if (sat == Sat.Nobody)
            SessionCookie.Drop(context.Response);
        else if (sat == Sat.MovedOn)
            SessionCookie.Write(context.Response, cookie, isShared: false);
    }

    public async Task LeaveAsync(HttpContext context)
    {
        if (SessionCookie.Read(context.Request) is not { } cookie)
            return;
        using var tooLong = new CancellationTokenSource(LongestLeaving);
        try
        {
            await sessions.EndByCookieAsync(cookie, tooLong.Token);
        }
        catch (Exception silent) when (silent is DbException or OperationCanceledException)
        {
            // The cookie is gone from the browser; what is left runs out by itself.
        }
    }

    /// <summary>A page asked for is come back to; an act is not done twice behind the person's back.</summary>
    static void LeadToTheDoor(HttpContext context)
    {
        var request = context.Request;
        var back = HttpMethods.IsGet(request.Method) ? Uri.EscapeDataString(request.Path + request.QueryString) : Uri.EscapeDataString(request.Path);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"/entrer?retour={back}";
    }
}
