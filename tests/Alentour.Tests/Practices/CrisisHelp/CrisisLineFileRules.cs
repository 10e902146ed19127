using Alentour.Practices.CrisisHelp;
using Alentour.Tests.Cast;
using Microsoft.Extensions.Logging;

namespace Alentour.Tests.Practices.CrisisHelp;

public sealed class CrisisLineFileRules : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("alentour-").FullName;
    readonly MovableClock _clock = new(MovableClock.ThursdayAfternoon);
    readonly Logbook _log = new();
    readonly CrisisLineFile _file;

    public CrisisLineFileRules()
    {
        using var loggers = LoggerFactory.Create(b => b.AddProvider(_log));
        _file = new CrisisLineFile(_folder, _clock, loggers.CreateLogger<CrisisLineFile>());
    }

    [Fact]
    public void Without_a_file_the_built_in_list_of_quebec_stands_in_its_order()
    {
        Assert.Equal(new DateOnly(2026, 11, 22), _file.Now.StatedOn);
        Assert.Equal(["18662773553", "811", "988", "18552423310", "18006686868", "18002632266"], _file.Now.All.OrderBy(l => l.Order).Select(l => l.Call!.Dial));
        Assert.Equal(["535353", "988", "686868", "15146001002"], _file.Now.All.OrderBy(l => l.Order).Select(l => l.Text?.Dial).OfType<string>());
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void The_built_in_list_says_only_what_its_source_says()
    {
        Assert.All(_file.Now.All, line => Assert.Null(line.ConfirmedOn));
        var statement = Assert.Single(_file.Now.All.Select(l => l.MayAlertWithoutConsent).OfType<AlertStatement>());
        Assert.Null(statement.ConfirmedOn);
        Assert.Equal("leplacoteux.com", statement.Source);
        Assert.Null(_file.Now.All.Single(l => l.Call!.Dial == "988").Cost);
    }

    [Fact]
    public void A_file_of_the_house_takes_the_place_of_the_list()
    {
        Write(OneLine("Ligne du Rivage"));
        Assert.Equal("Ligne du Rivage", Assert.Single(_file.Now.All).Name.Fr);
    }

    [Fact]
    public void A_changed_file_is_read_again_after_a_few_seconds()
    {
        Write(OneLine("Avant"));
        Assert.Equal("Avant", _file.Now.All[0].Name.Fr);
        Write(OneLine("Après"), secondsLater: 1);
        Assert.Equal("Avant", _file.Now.All[0].Name.Fr);
        _clock.Advance(CrisisLineFile.Pause);
        Assert.Equal("Après", _file.Now.All[0].Name.Fr);
    }

    [Fact]
    public void A_file_taken_away_leaves_the_built_in_list()
    {
        Write(OneLine("Avant"));
        _ = _file.Now;
        File.Delete(Path.Combine(_folder, "aide.json"));
        _clock.Advance(CrisisLineFile.Pause);
        Assert.Equal(6, _file.Now.All.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"statedOn":"2026-11-22","all":[]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[null]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"A"},"call":{"dial":"811","shown":"811"},"opening":[null]}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"A"},"call":{"dial":"811","shown":"811"},"mayAlertWithoutConsent":{"says":null,"source":null,"statedOn":"2026-11-22"}}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"Sans numéro"}}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{},"call":{"dial":"811","shown":"811"}}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"x"},"call":{"dial":"javascript:","shown":"811"}}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"x"},"chat":"javascript:alert(1)"}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"x"},"call":{"dial":"811","shown":"811"},"opening":"sometimes"}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"x"},"call":{"dial":"811","shown":"811"},"opening":[]}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"x"},"call":{"dial":"811","shown":"811"},"opening":[{"day":"9","from":"18:00","until":"22:00"}]}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"x"},"call":{"dial":"811","shown":"811"},"opening":[{"day":"123456","from":"18:00","until":"22:00"}]}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"x"},"call":{"dial":"811","shown":"811"},"opening":[{"day":"tuesday, friday","from":"18:00","until":"22:00"}]}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"x"},"call":{"dial":"811","shown":"811"},"opening":[{"day":"monday, tuesday","from":"18:00","until":"22:00"}]}]}""")]
    [InlineData("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"x"},"call":{"dial":"811","shown":"811"},"opening":[{"day":"monday","from":"25:00","until":"22:00"}]}]}""")]
    public void A_broken_file_leaves_the_built_in_list_and_says_so_once_in_the_log(string broken)
    {
        Write(broken);
        Assert.Equal(6, _file.Now.All.Count);
        _clock.Advance(CrisisLineFile.Pause);
        Assert.Equal(6, _file.Now.All.Count);
        Assert.Contains("aide.json cannot be used", Assert.Single(_log.Lines));
    }

    [Fact]
    public void A_confirmation_at_the_end_of_time_breaks_no_page()
    {
        Write("""{"statedOn":"2026-11-22","all":[{"order":1,"name":{"fr":"A"},"call":{"dial":"811","shown":"811"},"opening":"unknown","confirmedOn":"9999-12-31"}]}""");
        Assert.False(_file.Now.All[0].IsToBeChecked(new DateOnly(2026, 11, 26)));
    }

    [Fact]
    public void A_file_too_large_to_be_a_list_of_lines_is_not_used()
    {
        Write(OneLine(new string('a', 1024 * 1024)));
        Assert.Equal(6, _file.Now.All.Count);
    }

    [Fact]
    public void A_broken_file_that_somebody_mends_is_used()
    {
        Write("{");
        _ = _file.Now;
        Write(OneLine("Réparée"), secondsLater: 1);
        _clock.Advance(CrisisLineFile.Pause);
        Assert.Equal("Réparée", _file.Now.All[0].Name.Fr);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    void Write(string content, int secondsLater = 0)
    {
        var path = Path.Combine(_folder, "aide.json");
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc).AddSeconds(secondsLater));
    }

    static string OneLine(string name) => $$"""
        {"statedOn":"2026-11-20","all":[{"order":1,"name":{"fr":"{{name}}"},"call":{"dial":"4185550199","shown":"418 555-0199"},
        "opening":[{"day":"friday","from":"20:00","until":"02:00"}],"confirmedOn":"2026-11-20"}]}
        """;
}
