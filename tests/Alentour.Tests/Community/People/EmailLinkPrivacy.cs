using System.Net;
using Alentour.Foundation.Jobs;
using Alentour.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Community.People;

/// <summary>Whoever asks, the door says the same; letters, logs and what is left afterwards tell nothing.</summary>
public sealed class EmailLinkPrivacy
{
    [Fact]
    public async Task The_answer_is_the_same_bytes_and_leaves_the_same_row_for_an_address_that_is_known_and_one_that_is_not()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var own = await house.WithEmailAsync(mail);
        using var asker = house.Newcomer();
        var known = await WholeAsync(asker, EmailSteps.Zoe);
        var unknown = await WholeAsync(asker, "zoa@exemple.example");
        Assert.Equal(known, unknown);
        Assert.Contains("303", known);
        await house.WorkAsync();
        Assert.Equal(2, mail.Letters.Count);
    }

    /// <summary>Every header and byte of the answer and of the page it leads to, but for the hour.</summary>
    static async Task<string> WholeAsync(HttpClient asker, string address)
    {
        var said = "";
        var answer = await asker.SendAsync("/entrer/lien", ("courriel", address));
        foreach (var one in new[] { answer, await asker.GetAsync(answer.Headers.Location) })
        {
            var headers = one.Headers.Concat(one.Content.Headers).Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
            said += $"{(int)one.StatusCode}\n{string.Join('\n', headers)}\n{await one.Content.ReadAsStringAsync()}\n";
        }
        return said;
    }

    [Fact]
    public async Task A_letter_says_nothing_of_people_groups_or_mental_health_and_its_link_goes_straight_here()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var own = await house.WithEmailAsync(mail);
        await own.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        Assert.Equal(2, mail.Letters.Count);
        foreach (var letter in mail.Letters)
        {
            foreach (var telling in new[] { "Zoé", "Rivage", "groupe", "cercle", "santé", "entraide", "membre", "compte", "Alentour" })
                Assert.DoesNotContain(telling, letter.Text.Replace("lerivage.example", "", StringComparison.Ordinal) + Subject(letter), StringComparison.OrdinalIgnoreCase);
            Assert.Single(letter.Text.Split("http"), p => p.Contains("://", StringComparison.Ordinal));
            Assert.StartsWith("text/plain", letter.Header("Content-Type"), StringComparison.Ordinal);
            Assert.Equal("bonjour@lerivage.example", letter.Header("From"));
        }
    }

    static string Subject(Delivered letter)
    {
        var subject = letter.Header("Subject");
        Assert.NotEmpty(subject);
        return string.Concat(subject.Split(' ').Select(p => p.StartsWith("=?utf-8?B?", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(p[10..^2])) : p));
    }

    [Theory]
    [InlineData(MailManners.Polite)]
    [InlineData(MailManners.Busy)]
    [InlineData(MailManners.KnowsNobody)]
    [InlineData(MailManners.CutsMidway)]
    public async Task Addresses_and_tokens_stand_in_no_log(MailManners manners)
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var own = await house.WithEmailAsync(mail);
        var link = EmailSteps.Link(mail.Letters.Last());
        mail.Manners = manners;
        await own.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        await own.SendAsync("/mes-acces/courriel", ("courriel", "zoe2@exemple.example"));
        for (var i = 0; i < 12; i++)
        {
            await house.WorkAsync();
            house.Clock.Advance(TimeSpan.FromHours(3));
        }
        await own.GetAsync(link);
        await house.Newcomer().GetAsync($"/lien?courriel={EmailSteps.Zoe}");
        if (manners != MailManners.Polite)
            Assert.NotEmpty(house.Log.Lines);
        Assert.All(house.Log.Lines, line => Assert.DoesNotContain("exemple.example", line));
        Assert.All(house.Log.Lines, line => Assert.DoesNotContain(link[6..], line));
    }

    [Fact]
    public async Task Between_the_request_and_the_letter_neither_address_nor_token_waits_in_the_table_of_jobs()
    {
        await using var mail = MailSink.Start();
        mail.Manners = MailManners.Busy;
        await using var house = await House.WithMailAsync(mail);
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        await zoe.SendAsync("/mes-acces/courriel", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        Assert.Equal(1, await Sql.NumberAsync(house, "SELECT count(*) FROM job WHERE reason = 'SMTP 451'"));
        Assert.Equal(["email_asked.address"], await RecordsPage.PlacesAsync(house, EmailSteps.Zoe));
    }

    [Fact]
    public async Task Erasing_the_account_leaves_neither_the_address_nor_a_letter_that_waits()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        Assert.Contains(EmailSteps.Zoe, await zoe.GetStringAsync("/mes-donnees/json"));
        Assert.Contains(EmailSteps.Zoe, await zoe.GetStringAsync("/mes-donnees/lisible"));
        mail.Manners = MailManners.Busy;
        await zoe.SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        await zoe.SendAsync("/mes-acces/courriel", ("courriel", "zoe2@exemple.example"));
        await house.WorkAsync();
        Assert.Equal(2, await Sql.NumberAsync(house, "SELECT count(*) FROM job"));
        var id = (await Sql.TextsAsync(house, "SELECT id FROM person WHERE chosen_name = 'Zoé'")).Single();
        await zoe.SendAsync("/mes-donnees/effacer", ("oui", "true"));
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM job"));
        Assert.Equal(["erased_person.id"], await RecordsPage.PlacesAsync(house, id, "exemple.example"));
        mail.Manners = MailManners.Polite;
        var before = mail.Letters.Count;
        await house.Newcomer().SendAsync("/entrer/lien", ("courriel", EmailSteps.Zoe));
        house.Clock.Advance(TimeSpan.FromMinutes(30));
        await house.WorkAsync();
        Assert.Equal(before, mail.Letters.Count);
    }

    [Fact]
    public async Task What_was_asked_and_not_confirmed_is_gone_the_night_after()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        await zoe.SendAsync("/mes-acces/courriel", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Services.GetRequiredService<NightWork>().RunDueAsync();
        Assert.Empty(await RecordsPage.PlacesAsync(house, EmailSteps.Zoe));
        foreach (var table in new[] { "email_asked", "email_link", "email_pace" })
            Assert.Equal(0, await Sql.NumberAsync(house, $"SELECT count(*) FROM {table}"));
    }

    [Fact]
    public async Task A_way_back_ends_the_link_by_e_mail_with_the_other_ways()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await house.WithEmailAsync(mail);
        var id = (await Sql.TextsAsync(house, "SELECT id FROM person WHERE chosen_name = 'Zoé'")).Single();
        var comeBack = house.Services.GetRequiredService<Alentour.Community.People.WaysBack.ComeBack>();
        await Sql.RunAsync(house, $"""
            INSERT INTO way_back (id, person_id, lookup, opening, starter_id, confirmer_id, confirmed_at, starter_again, confirmer_again, runs_out_at)
            VALUES ('{id}', '{id}', 'six words', '', '{id}', '{id}', 0, 0, 0, 99999999999999)
            """);
        Assert.NotNull(await house.Database.WriteAsync((connection, transaction) => comeBack.TakeAsync(connection, transaction, "six words", "2026-11-26", default)));
        Assert.Empty(await RecordsPage.PlacesAsync(house, EmailSteps.Zoe));
    }
}
