using System.Net;
using Alentour.Foundation.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Alentour.Tests.Foundation.Running;

public sealed class SecureWayRules
{
    [Theory]
    // Straight to the house.
    [InlineData("https", "lerivage.example", "203.0.113.9", null, true)]
    [InlineData("http", "lerivage.example", "203.0.113.9", null, false)]
    [InlineData("http", "192.168.1.20:5080", "192.168.1.33", null, false)]
    [InlineData("http", "localhost:5080", "127.0.0.1", null, true)]
    [InlineData("http", "127.0.0.1", "127.0.0.1", null, true)]
    [InlineData("http", "[::1]:5080", "::1", null, true)]
    [InlineData("http", "localhost.example", "203.0.113.9", null, false)]
    // A server in front, on this machine or named in the settings.
    [InlineData("http", "lerivage.example", "127.0.0.1", "https", true)]
    [InlineData("http", "lerivage.example", "::ffff:127.0.0.1", "https", true)]
    [InlineData("http", "lerivage.example", "10.0.0.5", "https", true)]
    [InlineData("http", "lerivage.example", "10.1.4.4", "https", true)]
    [InlineData("http", "lerivage.example", "127.0.0.1", "http", false)]
    [InlineData("http", "localhost:5080", "127.0.0.1", "http", false)]
    // Anybody else may say what they want.
    [InlineData("http", "lerivage.example", "203.0.113.9", "https", false)]
    [InlineData("http", "lerivage.example", "10.0.0.6", "https", false)]
    public async Task A_way_is_secure_over_https_or_on_this_machine(string scheme, string host, string from, string? forwarded, bool expected)
    {
        var context = new DefaultHttpContext();
        (context.Request.Scheme, context.Request.Host, context.Connection.RemoteIpAddress) = (scheme, new HostString(host), IPAddress.Parse(from));
        if (forwarded is not null)
            (context.Request.Headers["X-Forwarded-Proto"], context.Request.Headers["X-Forwarded-For"]) = (forwarded, "198.51.100.7");
        await new ForwardedHeadersMiddleware(c => SecureWay.Note(c, _ => Task.CompletedTask), NullLoggerFactory.Instance, Options.Create(Trusting("10.0.0.5, 10.1.0.0/16"))).Invoke(context);
        Assert.Equal(expected, SecureWay.Of(context));
        if (forwarded is not null && expected)
            Assert.Equal(IPAddress.Parse("198.51.100.7"), context.Connection.RemoteIpAddress);
    }

    [Theory]
    [InlineData("10.0.0.300")]
    [InlineData("10.0.0.0/40")]
    [InlineData("10.0.0.5, proxy.example")]
    public void A_proxy_that_is_no_address_is_refused_with_a_sentence(string text) =>
        Assert.Contains("Alentour__TrustedProxies holds", Assert.Throws<SettingsException>(() => Trusting(text)).Message, StringComparison.Ordinal);

    static ForwardedHeadersOptions Trusting(string proxies)
    {
        var given = new Dictionary<string, string?> { ["Alentour:TrustedProxies"] = proxies };
        var options = new ForwardedHeadersOptions();
        SecureWay.Trust(options, Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build()));
        return options;
    }
}
