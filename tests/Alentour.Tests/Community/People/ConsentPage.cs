using System.Net;
using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.People;

/// <summary>What a person said yes to, in which words and when; taken back as easily; five years without a name.</summary>
public sealed class ConsentPage
{
    [Fact]
    public async Task A_yes_is_read_with_its_wording_and_day_and_taken_back_in_one_press()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        var page = WebUtility.HtmlDecode(await zoe.GetStringAsync("/mes-donnees")).Replace('\u00a0', ' ');
        Assert.Contains("En ouvrant un compte, vous acceptez", page);
        Assert.Contains("En donnant un courriel, vous acceptez", page);
        Assert.Contains("Dit le 26 novembre 2026", page);
        Assert.Contains("/mes-donnees/effacer", page);
        await zoe.SendAsync("/mes-acces/courriel", ("geste", "retirer"));
        Assert.Contains("repris le 26 novembre 2026", WebUtility.HtmlDecode(await zoe.GetStringAsync("/mes-donnees")).Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task What_was_agreed_stays_without_a_name_for_five_years_after_an_erasure()
    {
        await using var house = await House.OpenAsync();
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        await zoe.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM consent WHERE person_id IS NULL AND withdrawn_on = '2026-11-26'"));
        var nights = house.Services.GetRequiredService<NightWork>();
        house.Clock.MoveTo(new DateTimeOffset(2031, 11, 26, 12, 0, 0, TimeSpan.Zero));
        await nights.RunDueAsync();
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM consent WHERE person_id IS NULL"));
        house.Clock.Advance(TimeSpan.FromDays(1));
        await nights.RunDueAsync();
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM consent WHERE person_id IS NULL"));
    }

    [Fact]
    public async Task The_page_to_take_away_speaks_as_people_do()
    {
        await using var house = await House.OpenAsync();
        using var simone = await house.SignedInAsync("Simone");
        var page = WebUtility.HtmlDecode(await simone.GetStringAsync("/mes-donnees/lisible")).Replace('\u00a0', ' ');
        Assert.Contains("<dt>Le nom que vous voulez porter ici</dt><dd>Simone</dd>", page);
        Assert.Contains("<dt>Langue</dt><dd>français</dd>", page);
        Assert.DoesNotMatch("<dt>[^<]*_", page);
        Assert.DoesNotMatch(@"<dd>\d{4}-\d\d-\d\d</dd>", page);
    }
}
