using Alentour.Foundation.Calendar;
using Alentour.Foundation.Clock;

namespace Alentour.Tests.Foundation.Calendar;

internal static class Feeds
{
    public static readonly CalendarEvent Thursday = new()
    {
        Uid = "jeudi@rivage.example",
        Summary = "Cercle du jeudi",
        Location = "Le Rivage, salle bleue",
        Url = new Uri("https://rivage.example/groupes/cercle-du-jeudi"),
        StartTime = new(19, 0),
        Duration = TimeSpan.FromMinutes(90),
        Repetition = Repetition.Weekly(new(2026, 9, 3)),
        Stamp = new(2026, 9, 1, 8, 0, 0, TimeSpan.FromHours(-4)),
    };

    public static CalendarFeed One(CalendarEvent calendarEvent) => new()
    {
        Name = "Le Rivage",
        Zone = Zones.Find(null),
        ProductId = "-//Alentour//fr-CA",
        Events = [calendarEvent],
    };

    public static string[][] Events(CalendarEvent calendarEvent) =>
        new ReadCalendar(CalendarWriter.Write(One(calendarEvent))).Components("VEVENT");
}
