using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Alentour.Foundation.Running;

/// <summary>
/// Whether what a person sends travels unread: over https, or on this machine alone. Where it does not, nobody may sign in.
/// A server in front says how the person came (X-Forwarded-Proto, X-Forwarded-For); it is believed when it stands on this machine or in
/// <see cref="Settings.TrustedProxies"/>.
/// </summary>
public static class SecureWay
{
    static readonly object Mark = new();

    /// <summary>True over https, and on localhost without a server in front.</summary>
    public static bool Of(HttpContext context) => context.Items.ContainsKey(Mark);

    /// <summary>Noted before anything else: where the address of the house is set, the request takes its scheme and host.</summary>
    public static Task Note(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps || IsThisMachine(new HostString(context.Request.Headers.Host.ToString()).Host) && !CameThroughAnother(context.Request))
            context.Items[Mark] = true;
        return next(context);
    }

    /// <summary>What of X-Forwarded-… is believed, and of whom.</summary>
    public static void Trust(ForwardedHeadersOptions options, Settings settings)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // As many servers as stand in front, each of them known.
        options.ForwardLimit = null;
        foreach (var proxy in settings.TrustedProxies)
            options.KnownIPNetworks.Add(proxy);
    }

    // From the header as it came: the framework throws on a host that no address can hold, which SoundRequests refuses next.
    static bool IsThisMachine(string host) => host is "localhost" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);

    // Believed or not: a server in front that calls us "localhost" must not make plain http look safe.
    static bool CameThroughAnother(HttpRequest request) =>
        request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName) || request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName)
        || request.Headers.ContainsKey("Forwarded");
}
