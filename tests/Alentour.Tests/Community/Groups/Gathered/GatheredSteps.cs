using Alentour.Community.Groups;
using Alentour.Community.People;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.Groups.Gathered;

/// <summary>What a practice asks of Groups, as it asks.</summary>
static class GatheredSteps
{
    public const string Thursday = "cercle-du-jeudi";

    /// <summary>On the Thursday of the tests.</summary>
    public static DateTimeOffset At(int hour, int minute = 0) => new(2026, 11, 26, hour, minute, 0, TimeSpan.FromHours(-5));

    public static Gatherings Gatherings(this House house) => house.Services.GetRequiredService<Gatherings>();

    /// <summary>One of the cast, in, as a page has them.</summary>
    public static async Task<Me> MeAsync(this House house, string name)
    {
        var me = new Me();
        Assert.Equal(Sat.Here, await house.Services.GetRequiredService<SessionStore>().SitAsync(me, (await house.CookieAsync(name))["alentour=".Length..], default));
        return me;
    }

    public static async Task<MemberThere> ThereAsync(this House house, string name, string slug = Thursday) =>
        await house.Gatherings().ForMemberAsync(await house.MeAsync(name), slug, default) ?? throw new InvalidOperationException($"{name} is not in {slug}.");

    /// <summary>A request that brings these cookies.</summary>
    public static HttpContext Request(params string[] cookies)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = string.Join("; ", cookies);
        return context;
    }

    /// <summary>« Je viens », and the request by which that browser comes back; with the three words.</summary>
    public static async Task<(HttpContext Browser, string Words)> AnnounceAsync(this House house, string name, HttpClient? browser = null)
    {
        using var own = browser is null ? house.Newcomer() : null;
        using var answer = await (browser ?? own!).ComeAsync(VisitSteps.Group, ("nom", name));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("visite=", StringComparison.Ordinal)).Split(';')[0];
        return (Request(cookie), VisitSteps.Words(await answer.Content.ReadAsStringAsync()));
    }

    public static Task<T> ActAsync<T>(this House house, Func<System.Data.Common.DbConnection, System.Data.Common.DbTransaction, Task<T>> act) => house.Database.WriteAsync(act);

    public static Task ActAsync(this House house, Func<System.Data.Common.DbConnection, System.Data.Common.DbTransaction, Task> act) => house.Database.WriteAsync(act);

    public static async Task<Guid> IdAsync(this House house, string name) => Guid.Parse((await Sql.TextsAsync(house, $"SELECT id FROM person WHERE chosen_name = '{name}'")).Single());
}
