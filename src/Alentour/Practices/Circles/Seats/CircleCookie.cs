using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Alentour.Community.People;

namespace Alentour.Practices.Circles.Seats;

/// <summary>The seat of a browser without an account: a cookie that goes with the browser, and means nothing by itself.</summary>
static class CircleCookie
{
    const string Plain = "cercle";
    const string Bound = "__Host-cercle";

    /// <summary>Who asks. Whoever holds a role is known by their account alone: they come as a member or a guest, or not at all.</summary>
    public static Sitter Of(HttpRequest request, Me me) => new(me.IsHere ? me.Id : null, me.IsHere && me.HoldsAny ? null : Read(request));

    /// <summary>Gives this browser a seat cookie, or finds the one it has; what the database keeps of it.</summary>
    public static string Give(HttpContext context)
    {
        if (Read(context.Request) is { } known)
            return known;
        var value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        context.Response.Cookies.Append(Name(context.Request), value, new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
        return Lookup(value);
    }

    static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 and < 100 } value ? Lookup(value) : null;

    static string Lookup(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    static string Name(HttpRequest request) => request.IsHttps ? Bound : Plain;
}
