using Alentour.Foundation.Texts;
using Alentour.Practices.CrisisHelp;

namespace Alentour.Tests.Practices.CrisisHelp;

public sealed class OpeningWordsRules
{
    static readonly TextCatalogue Catalogue = new();
    static readonly Words French = new(Catalogue, Language.French);
    static readonly Words English = new(Catalogue, Language.English);

    static readonly OpeningHours Evenings = OpeningHours.Weekly(
    [
        new OpenStretch(DayOfWeek.Sunday, new TimeOnly(20, 0), new TimeOnly(2, 0)),
        .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday }.Select(d => new OpenStretch(d, new TimeOnly(18, 0), new TimeOnly(22, 30))),
    ]);

    [Fact]
    public void Following_days_with_the_same_hours_are_said_together()
    {
        Assert.Equal("lundi à mercredi, de 18 h à 22 h 30; dimanche, de 20 h à 2 h", Plain(OpeningWords.Say(Evenings, French)));
        Assert.Equal("Monday to Wednesday, 6 p.m. to 10:30 p.m.; Sunday, 8 p.m. to 2 a.m.", Plain(OpeningWords.Say(Evenings, English)));
    }

    [Fact]
    public void Day_and_night_and_not_known_are_words_too()
    {
        Assert.Equal("Jour et nuit, tous les jours.", OpeningWords.Say(OpeningHours.Always, French));
        Assert.Equal("Hours not confirmed.", OpeningWords.Say(OpeningHours.Unknown, English));
    }

    [Fact]
    public void In_the_night_the_next_opening_names_the_day_in_full()
    {
        var line = new CrisisLine { Order = 1, Name = new Bilingual("Soirs", null), Opening = Evenings };
        var night = new DateTime(2026, 11, 30, 2, 10, 0);
        Assert.Equal("Ouvre lundi 30 novembre à 18 h (lundi à mercredi, de 18 h à 22 h 30; dimanche, de 20 h à 2 h).", Plain(OpeningWords.SayNext(new ClosedLine(line, line.Opening.NextOpening(night)!.Value), night, French)));
        var morning = night.AddHours(8);
        Assert.Equal("Opens tonight at 6 p.m. (Monday to Wednesday, 6 p.m. to 10:30 p.m.; Sunday, 8 p.m. to 2 a.m.).", Plain(OpeningWords.SayNext(new ClosedLine(line, line.Opening.NextOpening(morning)!.Value), morning, English)));
    }

    static string Plain(string words) => words.Replace('\u00A0', ' ');
}
