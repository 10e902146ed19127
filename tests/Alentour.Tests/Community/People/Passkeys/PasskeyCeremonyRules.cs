using System.Text.Json;
using Alentour.Community.People.Passkeys;
using Alentour.Foundation.Running;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Alentour.Tests.Community.People.Passkeys;

/// <summary>For which address a house makes passkeys: that of its settings, whatever a request says of itself.</summary>
public sealed class PasskeyCeremonyRules
{
    static readonly Guid Zoe = new("01993a6e-6a7c-7000-8000-000000000001");

    [Theory]
    [InlineData("https://lerivage.example", "https://lerivage.example", "lerivage.example", true)]
    [InlineData("https://lerivage.example:8443", "https://lerivage.example:8443", "lerivage.example", true)]
    [InlineData("https://lerivage.example", "https://lerivage.example:8443", "lerivage.example", false)]
    [InlineData("https://lerivage.example", "http://lerivage.example", "lerivage.example", false)]
    [InlineData("https://lerivage.example", "https://attacker.example", "lerivage.example", false)]
    [InlineData("https://lerivage.example", "https://lerivage.example", "attacker.example", false)]
    [InlineData("https://écoute.example", "https://xn--coute-9ra.example", "xn--coute-9ra.example", true)]
    [InlineData(null, "http://localhost:5080", "localhost", true)]
    [InlineData(null, "http://attacker.example:5080", "localhost", false)]
    public async Task A_passkey_is_made_for_the_address_of_the_settings(string? address, string origin, string domain, bool isMade)
    {
        var challenges = new Challenges(new EphemeralDataProtectionProvider(), TimeProvider.System);
        var ceremony = new PasskeyCeremony(SettingsAt(address), challenges);
        var context = RequestTo("attacker.example:5080");
        var asked = await ceremony.AskNewAsync(context, Zoe, "Téléphone", []);
        using var device = new Authenticator { Origin = origin, Domain = domain };
        var credential = device.Make(JsonDocument.Parse(asked.Options.ToJsonString()).RootElement);
        var made = await ceremony.MadeAsync(context, Zoe, credential, challenges.Open(ChallengeFor.Making, asked.State)!);
        Assert.Equal(isMade, made is not null);
    }

    [Theory]
    [InlineData("https://lerivage.example", "lerivage.example", true)]
    // Browsers make no passkey for a number.
    [InlineData("https://192.0.2.7", "192.0.2.7", false)]
    [InlineData(null, "localhost:5080", true)]
    [InlineData(null, "127.0.0.1:5080", false)]
    [InlineData(null, "lerivage.example", false)]
    public async Task Where_no_browser_could_make_one_none_is_offered(string? address, string host, bool isPossible)
    {
        var ceremony = new PasskeyCeremony(SettingsAt(address), new Challenges(new EphemeralDataProtectionProvider(), TimeProvider.System));
        var context = RequestTo(host);
        context.Request.Scheme = "https";
        await SecureWay.Note(context, _ => Task.CompletedTask);
        Assert.Equal(isPossible, ceremony.IsPossible(context));
    }

    [Fact]
    public void The_name_of_a_device_is_what_was_typed_else_what_the_browser_says()
    {
        Assert.Equal("Mon téléphone", Passkey.NameOf("  Mon \u202E téléphone\n", "Android, Firefox"));
        Assert.Equal("Android, Firefox", Passkey.NameOf("  ", "Android, Firefox"));
        Assert.Null(Passkey.NameOf(null, ""));
        Assert.Equal(Passkey.LongestName, Passkey.NameOf(new string('a', 200), "")!.Length);
    }

    [Fact]
    public void What_a_device_knows_an_account_by_is_always_the_same_and_is_not_its_id()
    {
        Assert.Equal(Passkey.HandleOf(Zoe), Passkey.HandleOf(Zoe));
        Assert.NotEqual(Passkey.HandleOf(Zoe), Passkey.HandleOf(Guid.Empty));
        Assert.DoesNotContain(Zoe.ToString("N")[..8], Passkey.HandleOf(Zoe));
    }

    static Settings SettingsAt(string? address) => new(Mode.Live, "sqlite::memory:", "data", address is null ? null : new Uri(address), null);

    static DefaultHttpContext RequestTo(string host)
    {
        var context = new DefaultHttpContext();
        (context.Request.Scheme, context.Request.Host, context.Request.Headers.Host) = ("http", new HostString(host), host);
        return context;
    }
}
