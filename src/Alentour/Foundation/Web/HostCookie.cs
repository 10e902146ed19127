using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Alentour.Foundation.Web;

/// <summary>
/// A cookie of 256 random bits that mean nothing, read by this host alone: over https its name begins with __Host- (RFC 6265bis, 4.1.3.2).
/// Lax, so that whoever follows a link from a letter brings it. Without a <paramref name="kept"/> it goes with the browser.
/// </summary>
public sealed class HostCookie(string name, TimeSpan? kept = null)
{
    const int Bytes = 32;
    const int Longest = 100;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What the database keeps of a drawn value: its SHA-256, in hexadecimal.</summary>
    public static string Lookup(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    /// <summary>The value this browser brings; null for none, or for one too long to be ours.</summary>
    public string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 and < Longest } value ? value : null;

    public void Write(HttpResponse response, string value) => Write(response, value, kept);

    /// <param name="keptFor">Null: it goes with the browser.</param>
    public void Write(HttpResponse response, string value, TimeSpan? keptFor) =>
        response.Cookies.Append(Name(response.HttpContext.Request), value, Options(response.HttpContext.Request, keptFor));

    public void Drop(HttpResponse response) => response.Cookies.Delete(Name(response.HttpContext.Request), Options(response.HttpContext.Request, null));

    string Name(HttpRequest request) => request.IsHttps ? $"__Host-{name}" : name;

    static CookieOptions Options(HttpRequest request, TimeSpan? keptFor) =>
        new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, IsEssential = true, MaxAge = keptFor };
}
