using System.Net;
using Alentour.Foundation.Running;
using Alentour.Foundation.Web;
using Alentour.Tests.Cast;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Web;

/// <summary>People search for what hurts: the words they ask with stand in no log, also when something fails.</summary>
public sealed class LogPrivacy
{
    const string Canary = "canaridelamine";

    [Fact]
    public async Task What_a_person_asks_stands_in_no_log()
    {
        await using var house = await House.OpenAsync();
        using var visitor = house.Visitor();
        foreach (var path in new[] { "/", "/maison", "/groupes", "/aide", "/nulle-part", "/langue/en", "/help", "/built/nothing.css", "/affichage", "/semaine" })
            await visitor.GetAsync($"{path}?q={Canary}&lieu={Canary}&retour=/{Canary}");
        await visitor.PostAsync($"/affichage?q={Canary}", new FormUrlEncodedContent([new("taille", Canary)]));
        AssertSilent(house);
    }

    [Fact]
    public async Task What_a_person_asks_stands_in_no_log_when_a_page_fails()
    {
        await using var house = await House.OpenAsync();
        await BrokenHouse.BreakGroupsAsync(house);
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.GetAsync($"/groupes/cercle-du-jeudi?q={Canary}")).StatusCode);
        Assert.NotEmpty(house.Log.Lines);
        AssertSilent(house);
    }

    [Fact]
    public async Task What_the_message_of_a_failure_quotes_stands_in_no_log_its_kind_and_place_do()
    {
        await using var house = await House.OpenAsync();
        await Sql.RunAsync(house, $"UPDATE journal_entry SET voice = '{Canary}'");
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.GetAsync("/maison/journal")).StatusCode);
        Assert.Contains(house.Log.Lines, line => line.Contains("System.ArgumentException", StringComparison.Ordinal) && line.Contains("HouseJournal", StringComparison.Ordinal));
        AssertSilent(house);
    }

    [Fact]
    public async Task What_a_person_asks_stands_in_no_log_when_the_database_is_away()
    {
        await using var house = await House.OpenAsync(Mode.Live, database: "postgres:Host=127.0.0.1;Port=1;Timeout=1", wait: false);
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync($"/?q={Canary}")).StatusCode);
        AssertSilent(house);
    }

    /// <summary>Part of the answer is out, or the page that says sorry fails too: then nobody of ours would be asked what to write.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_failure_quotes_that_no_page_can_answer_for_stands_in_no_log(bool hasBegun)
    {
        await using var house = await House.OpenAsync(services: s => s.AddSingleton<IStartupFilter>(new Breaking(hasBegun)));
        using var visitor = house.Visitor();
        if (hasBegun)
            await Assert.ThrowsAsync<HttpRequestException>(() => visitor.GetAsync("/casser"));
        else
            Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.GetAsync("/casser")).StatusCode);
        Assert.Contains(house.Log.Lines, line => line.Contains("System.FormatException", StringComparison.Ordinal) && line.Contains(nameof(Breaking), StringComparison.Ordinal));
        AssertSilent(house);
    }

    /// <summary>An endpoint that fails with a message that quotes what was typed, at any page of the house.</summary>
    sealed class Breaking(bool hasBegun) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, others) =>
            {
                if (context.Request.Path == "/casser" || context.Request.Path == "/desole/500")
                    context.SetEndpoint(new Endpoint(FailAsync, hasBegun ? new EndpointMetadataCollection(new Streamed()) : null, "break"));
                return others(context);
            });
            next(app);
        };

        async Task FailAsync(HttpContext context)
        {
            if (hasBegun)
            {
                await context.Response.WriteAsync("Le début");
                await context.Response.Body.FlushAsync();
            }
            throw new FormatException($"« {Canary} » is no number.");
        }
    }

    static void AssertSilent(House house) => Assert.DoesNotContain(house.Log.Lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
}
