using System.Text;
using Alentour.Community.Organizations;
using Alentour.Foundation.Calendar;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;

namespace Alentour.Community.Groups.Meetings;

/// <summary>/groupes/{slug}.ics: the meetings of a group for a person's own calendar; ?neutre=1 says « Rendez-vous » and nothing else.</summary>
static class GroupCalendar
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/groupes/{slug}.ics", async (string slug, string? neutre, GroupStore groups, HouseClock clock, Words words, HttpContext context) =>
        {
            if (await groups.ForPublic().BySlugAsync(slug, context.RequestAborted) is not { } shown)
                return Results.NotFound();
            var isNeutral = neutre == "1";
            var feed = Feed(shown, clock.Zone, words, isNeutral ? null : new Uri($"{context.Request.Scheme}://{context.Request.Host}/groupes/{shown.Group.Slug}"));
            // What lies among the downloads of a shared telephone must say as little as what is in it.
            if (isNeutral)
                context.Response.Headers.ContentDisposition = $"inline; filename=\"{words["calendar.neutralFile"]}.ics\"";
            return Results.Text(CalendarWriter.Write(feed), "text/calendar", Encoding.UTF8);
        });

    /// <param name="page">The page of the group; null for the neutral calendar, which names neither group nor place.</param>
    static CalendarFeed Feed(PublicGroup shown, TimeZoneInfo zone, Words words, Uri? page)
    {
        var group = shown.Group;
        var name = page is null ? words["calendar.neutral"] : group.Name;
        return new CalendarFeed
        {
            Name = name,
            Zone = zone,
            // Nothing that says where it comes from: a phone shows its calendars to whoever holds it.
            ProductId = "-//rencontres//" + words.Language.HtmlCode(),
            Events = [.. shown.Series.Select(series => new CalendarEvent
            {
                Uid = $"{series.Id:D}@rencontres",
                Summary = name,
                Description = page is null ? null : words["calendar.description", ("words", group.InMembersWords)],
                Location = page is null ? null : group.IsOnlyFromAfar ? words[$"afar.place.{group.Afar}"] : group.PublicPlace,
                Url = page,
                StartTime = series.StartsAt,
                Duration = TimeSpan.FromMinutes(series.Minutes),
                Repetition = series.Repetition,
                CancelledDays = [.. series.Changes.Where(c => c.IsCancellation).Select(c => c.Day)],
                Moved = [.. series.Changes.Where(c => !c.IsCancellation).Select(c => Moved(c, page is null))],
                Stamp = group.PublishedAt!.Value,
                Sequence = series.Changes.Count,
            })],
        };
    }

    static MovedOccurrence Moved(MeetingChange change, bool isNeutral) => new()
    {
        PlannedDay = change.Day,
        Day = change.ToDay!.Value,
        StartTime = change.ToTime,
        Location = isNeutral ? null : change.Place,
    };
}
