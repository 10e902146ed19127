using Alentour.Foundation.Web;

namespace Alentour.Community.People.Sessions;

/// <summary>The cookie of a session. It goes with the browser on a shared device, and after 14 days without use on one's own.</summary>
static class SessionCookie
{
    static readonly HostCookie Cookie = new("alentour");

    public static string? Read(HttpRequest request) => Cookie.Read(request);

    public static void Write(HttpResponse response, string value, bool isShared) => Cookie.Write(response, value, isShared ? null : SessionTerm.OwnDevice);

    public static void Drop(HttpResponse response) => Cookie.Drop(response);
}
