using Alentour.Foundation.Jobs;
using Alentour.Foundation.Mail;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Tests.Cast;
using Alentour.Tests.Community.People;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Foundation.Mail;

/// <summary>Letters over real SMTP, to servers with good and bad manners.</summary>
public sealed class MailPage
{
    [Theory]
    [InlineData(MailManners.Busy)]
    [InlineData(MailManners.CutsMidway)]
    public async Task A_letter_that_did_not_leave_leaves_later(MailManners manners)
    {
        await using var mail = MailSink.Start();
        mail.Manners = manners;
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await AskedAsync(house);
        Assert.Empty(mail.Letters);
        mail.Manners = MailManners.Polite;
        await house.WorkAsync();
        Assert.Empty(mail.Letters);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        Assert.Single(mail.Letters);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM job"));
    }

    [Theory]
    [InlineData(MailManners.CutsAfterwards)]
    [InlineData(MailManners.Slow)]
    public async Task A_letter_that_was_taken_over_is_sent_once(MailManners manners)
    {
        await using var mail = MailSink.Start();
        mail.Manners = manners;
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await AskedAsync(house);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM job"));
        house.Clock.Advance(TimeSpan.FromHours(3));
        await house.WorkAsync();
        Assert.Single(mail.Letters);
    }

    [Fact]
    public async Task A_letter_whose_answer_was_lost_goes_again_under_the_same_number()
    {
        await using var mail = MailSink.Start();
        mail.Manners = MailManners.TakesAndSaysNothing;
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await AskedAsync(house);
        mail.Manners = MailManners.Polite;
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.WorkAsync();
        Assert.Equal(2, mail.Letters.Count);
        Assert.Single(mail.Letters.Select(l => l.Header("Message-ID")).Distinct());
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_given_up_at_once()
    {
        await using var mail = MailSink.Start();
        mail.Manners = MailManners.KnowsNobody;
        await using var house = await House.WithMailAsync(mail);
        using var zoe = await AskedAsync(house);
        Assert.Equal(0, await Sql.NumberAsync(house, "SELECT count(*) FROM job"));
        Assert.Contains(house.Log.Lines, l => l.Contains("SMTP 550", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_hears_from_a_house_on_three_lines_at_most()
    {
        await using var mail = MailSink.Start();
        mail.Manners = MailManners.Slow;
        await using var house = await House.WithMailAsync(mail);
        var post = house.Services.GetRequiredService<ISendMail>();
        await house.Database.WriteAsync(async (connection, transaction) =>
        {
            for (var i = 0; i < 9; i++)
                await house.Services.GetRequiredService<JobQueue>().AddAsync(connection, transaction, "mail.test", $"letter {i}", default);
        });
        await Node(house, post).RunDueAsync();
        Assert.Equal(9, mail.Letters.Count);
        Assert.InRange(mail.MostOpen, 2, JobWork.Hands);
    }

    [Fact]
    public async Task Two_nodes_send_each_letter_once()
    {
        await using var mail = MailSink.Start();
        mail.Manners = MailManners.Slow;
        await using var house = await House.WithMailAsync(mail);
        var post = house.Services.GetRequiredService<ISendMail>();
        await house.Database.WriteAsync(async (connection, transaction) =>
        {
            for (var i = 0; i < 12; i++)
                await house.Services.GetRequiredService<JobQueue>().AddAsync(connection, transaction, "mail.test", $"letter {i}", default);
        });
        await Task.WhenAll(Task.Run(() => Node(house, post).RunDueAsync()), Task.Run(() => Node(house, post).RunDueAsync()));
        Assert.Equal(12, mail.Letters.Count);
        Assert.Equal(12, mail.Letters.Select(l => l.Text).Distinct().Count());
    }

    [Fact]
    public async Task Check_says_in_a_sentence_that_letters_do_not_leave()
    {
        await using var mail = MailSink.Start();
        await using var house = await House.WithMailAsync(mail);
        Assert.Empty(await CheckAsync(house));
        mail.Manners = MailManners.Busy;
        using var zoe = await AskedAsync(house);
        Assert.Empty(await CheckAsync(house));
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        await house.WorkAsync();
        var said = Assert.Single(await CheckAsync(house));
        Assert.Contains("SMTP 451", said);
        Assert.DoesNotContain("exemple.example", said);
    }

    static async Task<IReadOnlyList<string>> CheckAsync(House house)
    {
        await using var connection = await house.Database.OpenAsync();
        using var scope = house.Services.CreateScope();
        return await scope.ServiceProvider.GetServices<ICheck>().Single(c => c.GetType().Name == "CheckMail").CheckAsync(connection, default);
    }

    static async Task<HttpClient> AskedAsync(House house)
    {
        var zoe = house.Newcomer();
        await zoe.OpenAccountAsync("Zoé");
        await zoe.SendAsync("/mes-acces/courriel", ("courriel", EmailSteps.Zoe));
        await house.WorkAsync();
        return zoe;
    }

    static JobWork Node(House house, ISendMail post)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IJob>(new Sending(post));
        return new JobWork(new JobQueue(house.Database, house.Clock), services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), house.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<JobWork>.Instance);
    }

    sealed class Sending(ISendMail post) : IJob
    {
        public string Name => "mail.test";

        public TimeSpan Patience => TimeSpan.FromHours(1);

        public Task RunAsync(Job job, CancellationToken stop) => post.SendAsync(new Letter(job.Id, EmailSteps.Zoe, "Bonjour", job.About), stop);
    }
}

/// <summary>The settings of mail: what makes no sense ends the process with a sentence, and no secret is printed.</summary>
public sealed class MailSettingsRules
{
    [Theory]
    [InlineData("Host", "Mail__Host=smtp.example")]
    [InlineData("PublicAddress", "Mail__Host=smtp.example", "Mail__From=bonjour@lerivage.example")]
    [InlineData("From", "PublicAddress=https://lerivage.example", "Mail__Host=smtp.example")]
    [InlineData("From", "PublicAddress=https://lerivage.example", "Mail__Host=smtp.example", "Mail__From=personne")]
    [InlineData("Port", "PublicAddress=https://lerivage.example", "Mail__Host=smtp.example", "Mail__From=a@b.example", "Mail__Port=465")]
    [InlineData("Port", "PublicAddress=https://lerivage.example", "Mail__Host=smtp.example", "Mail__From=a@b.example", "Mail__Port=smtp")]
    [InlineData("StartTls", "PublicAddress=https://lerivage.example", "Mail__Host=smtp.example", "Mail__From=a@b.example", "Mail__StartTls=peut-être")]
    [InlineData("StartTls", "PublicAddress=https://lerivage.example", "Mail__Host=smtp.example", "Mail__From=a@b.example", "Mail__User=a", "Mail__Password=b", "Mail__StartTls=no")]
    [InlineData("Password", "PublicAddress=https://lerivage.example", "Mail__Host=smtp.example", "Mail__From=a@b.example", "Mail__User=a")]
    [InlineData("Host", "Mail__From=a@b.example")]
    public void What_makes_no_sense_is_said(string named, params string[] lines) =>
        Assert.Contains(named, Assert.Throws<SettingsException>(() => Read(lines)).Message);

    [Fact]
    public void The_settings_in_force_are_said_without_the_account_and_its_password()
    {
        var settings = Read("PublicAddress=https://lerivage.example", "Mail__Host=smtp.example", "Mail__From=a@b.example", "Mail__User=secret-account", "Mail__Password=secret-word");
        Assert.Equal((587, true), (settings.Mail!.Port, settings.Mail.StartTls));
        Assert.Contains("smtp.example:587", settings.Mail.Shown);
        Assert.DoesNotContain("secret", settings.ToString() + settings.Mail + settings.Mail.Shown);
        Assert.Null(Read().Mail);
    }

    static Settings Read(params string[] lines) => Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(
        lines.Select(l => l.Split('=', 2)).Select(l => KeyValuePair.Create("Alentour:" + l[0].Replace("__", ":", StringComparison.Ordinal), (string?)l[1]))).Build());
}
