using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Alentour.Community.People.Sessions;

/// <summary>
/// The cookie of a session: 256 random bits that mean nothing. Over https its name binds it to this host (__Host-). It goes with the
/// browser on a shared device, and after 14 days without use on one's own.
/// </summary>
static class SessionCookie
{
    const string Plain = "alentour";
    const string Bound = "__Host-alentour";
    const int Bytes = 32;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What the database keeps of it.</summary>
    public static string Lookup(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 and < 100 } value ? value : null;

    public static void Write(HttpResponse response, string value, bool isShared) =>
        response.Cookies.Append(Name(response.HttpContext.Request), value, Options(response.HttpContext.Request, isShared ? null : SessionTerm.OwnDevice));

    public static void Drop(HttpResponse response) =>
        response.Cookies.Delete(Name(response.HttpContext.Request), Options(response.HttpContext.Request, null));

    static string Name(HttpRequest request) => request.IsHttps ? Bound : Plain;

    static CookieOptions Options(HttpRequest request, TimeSpan? kept) =>
        new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, IsEssential = true, MaxAge = kept };
}
