using Alentour.Foundation.Web;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>The cookie of a first visit: it goes with the browser, and means nothing by itself.</summary>
static class SeatCookie
{
    static readonly HostCookie Cookie = new("visite");

    /// <summary>What the database keeps of it.</summary>
    public static string? Read(HttpRequest request) => Cookie.Read(request) is { } value ? HostCookie.Lookup(value) : null;

    public static void Write(HttpResponse response, string value) => Cookie.Write(response, value);

    public static void Drop(HttpResponse response) => Cookie.Drop(response);
}
