using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alentour.Tests.Cast;

/// <summary>
/// The real application on real Kestrel over a fresh database: « Le Rivage » in demonstration, or a live house with nobody yet.
/// The clock stands on <see cref="MovableClock.ThursdayAfternoon"/> unless the test says otherwise.
/// </summary>
public sealed class House : IAsyncDisposable
{
    readonly TestStore? _store;
    readonly Application _application;

    House(TestStore? store, Application application, MovableClock clock)
    {
        (_store, _application, Clock) = (store, application, clock);
        // By name: browsers make passkeys for names, not for numbers.
        Address = new UriBuilder(application.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
    }

    public MovableClock Clock { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _application.Services;

    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>The folder that holds aide.json and the like.</summary>
    public string Folder => _application.Folder;

    /// <summary>Every line the process logged.</summary>
    public Logbook Log => _application.Log;

    /// <summary>« Le Rivage », which sends its letters to <paramref name="mail"/>.</summary>
    public static Task<House> WithMailAsync(MailSink mail, string? database = null, string? folder = null) => OpenAsync(database: database, folder: folder, more: mail.Settings);

    /// <param name="database">An address to use instead of a fresh database, such as one that does not answer.</param>
    /// <param name="services">What a test adds to the house, such as a topic of its own.</param>
    /// <param name="more">Other settings, by the names of the environment.</param>
    public static async Task<House> OpenAsync(Mode mode = Mode.Demo, DateTimeOffset? now = null, string? database = null, bool wait = true, string? folder = null, Action<IServiceCollection>? services = null, params (string Name, string Value)[] more)
    {
        // Whatever is told otherwise may change what is laid.
        var isAsEver = mode == Mode.Demo && now is null && folder is null && services is null;
        var store = database is null ? await TestStore.CreateAsync(await (isAsEver ? Furnished.LeRivageAsync() : Furnished.TablesAsync())) : null;
        var clock = new MovableClock(now ?? MovableClock.ThursdayAfternoon);
        folder ??= store?.Folder ?? Directory.CreateTempSubdirectory("alentour-").FullName;
        var application = new Application(mode, database ?? store!.Address, folder, clock) { More = more, Added = services };
        application.UseKestrel(0);
        application.StartServer();
        var house = new House(store, application, clock);
        if (wait)
            await house.WaitUntilOpenAsync();
        return house;
    }

    /// <summary>A person at a browser of their own; redirects are not followed unless asked.</summary>
    public HttpClient Visitor(bool follow = false, bool cookies = true) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = follow,
        UseCookies = cookies,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
    })
    { BaseAddress = Address };

    /// <summary>One of the cast of « Le Rivage » at a browser of their own, in.</summary>
    public async Task<HttpClient> SignedInAsync(string name)
    {
        var browser = Visitor();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var answer = await browser.PostAsync("/demo/entrer", new FormUrlEncodedContent([new("nom", name)]));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return browser;
    }

    /// <summary>The cookie of one of the cast, in, as a browser sends it: "alentour=…".</summary>
    public async Task<string> CookieAsync(string name)
    {
        using var browser = Visitor(cookies: false);
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var answer = await browser.PostAsync("/demo/entrer", new FormUrlEncodedContent([new("nom", name)]));
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("alentour=", StringComparison.Ordinal)).Split(';')[0];
    }

    public async Task WaitUntilOpenAsync()
    {
        using var visitor = Visitor();
        for (var i = 0; i < 600; i++)
        {
            if ((await visitor.GetAsync("/healthz")).IsSuccessStatusCode)
                return;
            await Task.Delay(25);
        }
        throw new TimeoutException("The house did not open: " + string.Join('\n', Log.Lines));
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
    }

    sealed class Application(Mode mode, string database, string folder, MovableClock clock) : WebApplicationFactory<Program>
    {
        public string Folder => folder;

        public (string Name, string Value)[] More { get; init; } = [];

        public Action<IServiceCollection>? Added { get; init; }

        public Logbook Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Alentour:Mode", mode.ToString());
            builder.UseSetting("Alentour:Database", database);
            builder.UseSetting("Alentour:DataFolder", folder);
            foreach (var (name, value) in More)
                builder.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(clock).AddSingleton(TextWriter.Null);
                Added?.Invoke(services);
            });
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Warning));
        }
    }
}
