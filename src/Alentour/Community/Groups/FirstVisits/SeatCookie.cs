using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>The cookie of a first visit: it goes with the browser, and means nothing by itself.</summary>
static class SeatCookie
{
    const string Plain = "visite";
    const string Bound = "__Host-visite";

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the database keeps of it.</summary>
    public static string Lookup(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 and < 100 } value ? Lookup(value) : null;

    public static void Write(HttpResponse response, string value) =>
        response.Cookies.Append(Name(response.HttpContext.Request), value, Options(response.HttpContext.Request));

    public static void Drop(HttpResponse response) => response.Cookies.Delete(Name(response.HttpContext.Request), Options(response.HttpContext.Request));

    static string Name(HttpRequest request) => request.IsHttps ? Bound : Plain;

    static CookieOptions Options(HttpRequest request) => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, IsEssential = true };
}
