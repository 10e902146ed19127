using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;

namespace Alentour.Tests.Community.Organizations;

public sealed class HoursTextRules
{
    [Theory]
    [InlineData("10 h à 16 h", "10:00-16:00")]
    [InlineData("10h-16h", "10:00-16:00")]
    [InlineData("10 à 16", "10:00-16:00")]
    [InlineData("de 18 h 30 à 21 h 30", "18:30-21:30")]
    [InlineData("13h30 à 16h, 9h à midi", "09:00-12:00 13:30-16:00")]
    [InlineData("10:00 – 16:00", "10:00-16:00")]
    [InlineData("10 a.m. to 4 p.m.", "10:00-16:00")]
    [InlineData("12 p.m. to 1 pm", "12:00-13:00")]
    [InlineData("19 h à minuit", "19:00-23:59")]
    [InlineData("10\u00A0h à 16\u00A0h", "10:00-16:00")]
    [InlineData("fermé", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("le matin", null)]
    [InlineData("١٢ h à ١٦ h", null)]
    [InlineData("1٢ h à 16 h", null)]
    [InlineData("10 h ٣٠ à 16 h", null)]
    [InlineData("10 h", null)]
    [InlineData("16 h à 10 h", null)]
    [InlineData("10 h à 14 h, 13 h à 16 h", null)]
    [InlineData("25 h à 26 h", null)]
    [InlineData("10 h à 16 h sauf l'été", null)]
    public void A_day_is_understood_as_people_write_it(string? typed, string? expected) =>
        Assert.Equal(expected, HoursText.Understand(DayOfWeek.Monday, typed) is { } hours ? string.Join(' ', hours.Select(h => $"{h.From:HH\\:mm}-{h.To:HH\\:mm}")) : null);

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void What_the_field_shows_is_understood_again(Language language)
    {
        OpeningHours[] week = [new(DayOfWeek.Thursday, new TimeOnly(10, 0), new TimeOnly(12, 0)), new(DayOfWeek.Thursday, new TimeOnly(18, 30), new TimeOnly(21, 30))];
        Assert.Equal(week, HoursText.Understand(DayOfWeek.Thursday, HoursText.Write(week, DayOfWeek.Thursday, language)));
    }
}
