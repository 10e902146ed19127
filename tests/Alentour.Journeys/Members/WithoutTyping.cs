using System.Collections.Concurrent;
using System.Text.Json;
using Alentour.Journeys.Frame;
using Alentour.Tests.Cast;
using Microsoft.Playwright;
using Walk = Alentour.Journeys.Frame.Walk;

namespace Alentour.Journeys.Members;

/// <summary>Zoé makes a passkey beside her new card and comes back with it, typing nothing. The secret of its prf extension stays with her.</summary>
public sealed class WithoutTyping(Browser browser)
{
    // What a later page will ask of a passkey, put into the question of today: only so has the device a secret to give away.
    const string AskForTheSecret = """
        const secrets = [];
        for (const verb of ["create", "get"]) {
          const plain = navigator.credentials[verb].bind(navigator.credentials);
          navigator.credentials[verb] = async asked => {
            asked.publicKey.extensions = { prf: { eval: { first: new Uint8Array(32).fill(7) } } };
            const credential = await plain(asked);
            const { prf } = credential.getClientExtensionResults();
            if (prf && prf.results) secrets.push(btoa(String.fromCharCode(...new Uint8Array(prf.results.first))));
            window.secrets = secrets;
            return credential;
          };
        }
        """;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    [InlineData(1280, false)]
    public async Task A_passkey_is_made_beside_the_card_and_opens_the_door_without_a_word(int width, bool hasPrf)
    {
        await using var house = await House.OpenAsync();
        await browser.WalkAsync(house, new Screen(width), async walk =>
        {
            var posted = ListenToPosts(walk);
            await AddAuthenticatorAsync(walk, hasPrf);
            await walk.GoAsync("/ouvrir");
            await walk.Page.FillAsync("#nom", "Zoé du quai");
            await walk.Page.CheckAsync("[name=majeur]");
            await walk.Page.CheckAsync("[name=appareil][value=mien]");
            await walk.PressAsync(walk.Say("open.press"));
            await walk.LookAsync();
            await walk.Page.FillAsync("#appareil-nom", "Mon téléphone");
            await walk.PressAsync(walk.Say("passkey.make"));
            await walk.SeesAsync(walk.Say("access.done.cle"));
            Assert.Equal(6, await walk.Main.Locator(".sign-in-card li").CountAsync());
            await walk.PressAsync(walk.Say("open.card.noted"));
            await walk.PressAsync(walk.Say("layout.signOut"));

            await walk.GoAsync("/entrer?retour=/mes-acces");
            await walk.LookAsync();
            await walk.Page.CheckAsync("[name=appareil][value=mien]");
            await walk.PressAsync(walk.Say("enter.passkey"));
            await walk.Page.WaitForURLAsync("**/mes-acces");
            await walk.SeesAsync("Mon téléphone");
            await walk.SeesAsync("Zoé du quai");
            await walk.LookAsync();
            Assert.Contains(posted, p => p.Contains("attestationObject", StringComparison.Ordinal));
            Assert.Contains(posted, p => p.Contains("authenticatorData", StringComparison.Ordinal));
            Assert.DoesNotContain(posted, p => p.Contains("\"prf\"", StringComparison.Ordinal));

            await walk.PressAsync(walk.Say("passkey.removeNamed", ("name", "Mon téléphone")));
            await walk.SeesAsync(walk.Say("passkey.none"));
        });
    }

    [Fact]
    public async Task The_secret_of_the_prf_extension_never_leaves_the_browser()
    {
        await using var house = await House.OpenAsync();
        await browser.WalkAsync(house, Screen.Phone, async walk =>
        {
            var posted = ListenToPosts(walk);
            await walk.Context.AddInitScriptAsync(AskForTheSecret);
            await AddAuthenticatorAsync(walk, hasPrf: true);
            await walk.EnterAsAsync("Maude");
            await walk.GoAsync("/mes-acces");
            await walk.PressAsync(walk.Say("passkey.make"));
            await walk.SeesAsync(walk.Say("access.done.cle"));
            await walk.PressAsync(walk.Say("layout.signOut"));
            await walk.GoAsync("/entrer");
            var secrets = new List<string>();
            // The page goes on at once: what the device gave is read while the form is on its way.
            await walk.Page.ExposeFunctionAsync("told", (string[] told) => secrets.AddRange(told));
            await walk.Page.EvaluateAsync("() => { const send = HTMLFormElement.prototype.submit; HTMLFormElement.prototype.submit = async function () { await told(window.secrets); send.call(this); }; }");
            await walk.PressAsync(walk.Say("enter.passkey"));
            await walk.Page.WaitForURLAsync("**/aujourdhui");
            Assert.NotEmpty(secrets);
            Assert.All(secrets, s => Assert.Equal(32, Convert.FromBase64String(s).Length));
            foreach (var form in secrets.SelectMany(s => new[] { s.TrimEnd('='), s.TrimEnd('=').Replace('+', '-').Replace('/', '_'), Convert.ToHexString(Convert.FromBase64String(s)) }))
                Assert.DoesNotContain(posted, p => p.Contains(form, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(posted, p => p.Contains("\"prf\"", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Whoever_stops_the_device_reads_a_sentence_and_nothing_has_changed(int width)
    {
        await using var house = await House.OpenAsync();
        await browser.WalkAsync(house, new Screen(width), async walk =>
        {
            var device = await AddAuthenticatorAsync(walk, hasPrf: false);
            await walk.EnterAsAsync("Maude");
            await walk.GoAsync("/mes-acces");
            await device.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = device.Id, ["isUserVerified"] = false });
            await walk.PressAsync(walk.Say("passkey.make"));
            await walk.SeesAsync(walk.Say("passkey.failedNew"));
            await walk.LookAsync();
            await walk.PressAsync(walk.Say("layout.signOut"));
            await walk.GoAsync("/entrer");
            await walk.PressAsync(walk.Say("enter.passkey"));
            await walk.SeesAsync(walk.Say("passkey.failed"));
            await walk.LookAsync();
            Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM way_in WHERE kind = 'Passkey'"));
        });
    }

    [Fact]
    public async Task Without_script_no_page_speaks_of_passkeys_that_cannot_be_made()
    {
        await using var house = await House.OpenAsync();
        await browser.WalkAsync(house, new Screen(360, Scripts: false), async walk =>
        {
            await walk.GoAsync("/entrer");
            await Assertions.Expect(walk.Page.GetByText(walk.Say("enter.or"))).ToBeHiddenAsync();
            await walk.EnterAsAsync("Maude");
            await walk.GoAsync("/mes-acces");
            await Assertions.Expect(walk.Page.GetByText(walk.Say("passkey.new"))).ToBeHiddenAsync();
            await walk.LookAsync();
        });
    }

    /// <summary>Everything the page posts, decoded twice: as form fields and as the base64url within them.</summary>
    static ConcurrentQueue<string> ListenToPosts(Walk walk)
    {
        var posted = new ConcurrentQueue<string>();
        walk.Context.Request += (_, request) => posted.Enqueue(request.Url + " " + Uri.UnescapeDataString(request.PostData ?? ""));
        return posted;
    }

    sealed record Device(ICDPSession Session, string Id)
    {
        public Task<JsonElement?> SendAsync(string command, Dictionary<string, object> arguments) => Session.SendAsync(command, arguments);
    }

    static async Task<Device> AddAuthenticatorAsync(Walk walk, bool hasPrf)
    {
        var session = await walk.Context.NewCDPSessionAsync(walk.Page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", ctap2Version = "ctap2_1", transport = "internal", hasResidentKey = true, hasUserVerification = true, hasPrf, isUserVerified = true, automaticPresenceSimulation = true },
        });
        return new(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
