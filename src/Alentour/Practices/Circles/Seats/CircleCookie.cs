using Alentour.Community.People;
using Alentour.Foundation.Web;

namespace Alentour.Practices.Circles.Seats;

/// <summary>The seat of a browser without an account: a cookie that goes with the browser, and means nothing by itself.</summary>
static class CircleCookie
{
    static readonly HostCookie Cookie = new("cercle");

    /// <summary>Who asks. Whoever holds a role is known by their account alone: they come as a member or a guest, or not at all.</summary>
    public static Sitter Of(HttpRequest request, Me me) => new(me.IsHere ? me.Id : null, me.IsHere && me.HoldsAny ? null : Read(request));

    /// <summary>Gives this browser a seat cookie, or finds the one it has; what the database keeps of it.</summary>
    public static string Give(HttpContext context)
    {
        if (Read(context.Request) is { } known)
            return known;
        var value = HostCookie.Draw();
        Cookie.Write(context.Response, value);
        return HostCookie.Lookup(value);
    }

    static string? Read(HttpRequest request) => Cookie.Read(request) is { } value ? HostCookie.Lookup(value) : null;
}
