using System.Globalization;
using Alentour.Foundation.Calendar;
using Alentour.Foundation.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Alentour.Community.Groups.Rivage;

/// <summary>The invented groups of « Le Rivage », from Content/rivage-groups.json, their dates laid round the day.</summary>
sealed class RivageGroups(TimeProvider clock) : IDemonstration
{
    // Groups have a past: a series begins about three months before the day.
    const int DaysOfPast = 91;

    public async Task LayAsync(Db db, DateOnly today, CancellationToken stop)
    {
        var belonging = new List<(Guid Group, string Name)>();
        var hearing = new List<(Guid Group, ToldHearing Way)>();
        foreach (var told in Demonstration.Read<List<Told>>("Community.Groups.Content.rivage-groups.json"))
        {
            var group = Group(told);
            group.Publish(clock.GetUtcNow());
            db.Add(group);
            db.Add(new GroupAgreement { Id = Ids.New(), GroupId = group.Id, Number = 1, AdoptedOn = today.AddDays(-told.Agreements.AdoptedDaysAgo), Method = told.Agreements.Method, Articles = told.Agreements.Articles });
            db.Add(Series(group.Id, told.Series, today));
            if (told.Hearing is { } way)
                hearing.Add((group.Id, way));
            belonging.AddRange(told.Members.Select(m => (group.Id, m)));
        }
        await db.SaveChangesAsync(stop);
        foreach (var (group, way) in hearing)
            await db.Database.GetDbConnection().Command("INSERT INTO group_hearing (group_id, phone, code, link) VALUES (@group, @phone, @code, @link)", db.Database.CurrentTransaction!.GetDbTransaction(),
                ("group", group.ToString()), ("phone", way.Phone), ("code", way.Code), ("link", way.Link)).RunAsync(stop);
        foreach (var (group, name) in belonging)
            await db.Database.ExecuteSqlAsync($"INSERT INTO membership (group_id, person_id, since) SELECT {group.ToString()}, id, {today.AddDays(-DaysOfPast).ToString("O", CultureInfo.InvariantCulture)} FROM person WHERE chosen_name = {name}", stop);
    }

    static MutualAidGroup Group(Told told) => new()
    {
        Id = Ids.New(),
        Slug = told.Slug,
        Name = told.Name,
        Language = told.Language,
        InMembersWords = told.InMembersWords,
        ForWhom = told.ForWhom,
        Themes = told.Themes,
        Forms = told.Forms,
        Stewardship = told.Stewardship,
        HostedBy = told.HostedBy,
        Training = told.Training,
        Languages = told.Languages,
        Ways = told.How,
        WayWords = told.HowWords,
        Access = told.Access,
        FirstVisit = told.FirstVisit,
        IsForAfterAnEvent = told.Aftermath is not null,
        Leader = told.Aftermath?.Leader,
        Supervisor = told.Aftermath?.Supervisor,
        AddressIsPublic = told.AddressPublic,
        Street = told.Street,
        Town = told.Town,
        RegionCode = "01",
        Lat = told.Lat,
        Lon = told.Lon,
        QuiltSeed = told.QuiltSeed,
        Joining = told.Joining,
        Version = 1,
    };

    static MeetingSeries Series(Guid group, ToldSeries told, DateOnly today)
    {
        var weekday = Enum.Parse<DayOfWeek>(told.Weekday);
        var past = today.AddDays(-DaysOfPast);
        var repetition = told.NthInMonth switch
        {
            0 => Repetition.Weekly(past.AddDays((weekday - past.DayOfWeek + 7) % 7), told.EveryWeeks),
            Repetition.LastInMonth => Repetition.LastWeekday(past, weekday),
            var nth => Repetition.NthWeekday(past, weekday, nth),
        };
        var series = new MeetingSeries { Id = Ids.New(), GroupId = group, FirstDay = repetition.FirstDay, EveryWeeks = repetition.EveryWeeks, NthInMonth = repetition.NthInMonth, StartsAt = told.Time, Minutes = told.Minutes, VisitDoor = told.VisitDoor, Version = 1 };
        var coming = repetition.Days(today, today.AddYears(1)).Take(20).ToList();
        foreach (var moved in told.Moved)
        {
            var day = coming[moved.Occurrence - 1];
            series.Changes.Add(new MeetingChange { SeriesId = series.Id, Day = day, ToDay = day.AddDays(moved.ToDaysLater), ToTime = moved.ToTime, Place = moved.PlaceWords, Reason = moved.Reason });
        }
        foreach (var cancelled in told.Cancelled)
            series.Changes.Add(new MeetingChange { SeriesId = series.Id, Day = coming[cancelled.Occurrence - 1], Reason = cancelled.Reason });
        return series;
    }

    sealed record Told(string Slug, string Name, string Language, string InMembersWords, string ForWhom, IReadOnlyList<string> Themes, IReadOnlyList<AidForm> Forms,
        GroupStewardship Stewardship, string HostedBy, string Training, IReadOnlyList<string> Languages, IReadOnlyList<MeetingWay> How, string HowWords,
        IReadOnlyList<string> Access, ToldAgreements Agreements, FirstVisitWords FirstVisit, ToldAftermath? Aftermath, bool AddressPublic, string? Street,
        string Town, double Lat, double Lon, int QuiltSeed, ToldSeries Series,
        JoiningWay Joining, IReadOnlyList<string> Members, ToldHearing? Hearing);

    sealed record ToldHearing(string? Phone, string? Code, string? Link);

    sealed record ToldAgreements(int AdoptedDaysAgo, string Method, IReadOnlyList<string> Articles);

    sealed record ToldAftermath(string Leader, string Supervisor);

    sealed record ToldSeries(string Weekday, TimeOnly Time, int Minutes, int EveryWeeks, int NthInMonth, IReadOnlyList<ToldMove> Moved, IReadOnlyList<ToldCancellation> Cancelled, VisitDoor VisitDoor);

    sealed record ToldMove(int Occurrence, int ToDaysLater, TimeOnly ToTime, string? PlaceWords, string? Reason);

    sealed record ToldCancellation(int Occurrence, string? Reason);
}
