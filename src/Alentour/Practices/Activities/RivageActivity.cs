using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Alentour.Practices.Activities;

/// <summary>What the team of « Le Rivage » announces, from Content/rivage-activity.json.</summary>
sealed class RivageActivity : IDemonstration
{
    const int DaysOfWeek = 7;

    public Task LayAsync(Db db, DateOnly today, CancellationToken stop)
    {
        var told = Demonstration.Read<Told>("Practices.Activities.Content.rivage-activity.json");
        var sheet = new ActivitySheet
        {
            Title = told.Title,
            Words = told.Words,
            ForWhom = told.ForWhom,
            Place = told.Place,
            Days = [.. Enumerable.Range(0, told.Times).Select(i => today.AddDays(told.InDays + i * told.EveryWeeks * DaysOfWeek))],
            StartsAt = told.StartsAt,
            Minutes = told.Minutes,
        };
        return ActivityStore.InsertAsync(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), told.Slug, sheet, stop);
    }

    sealed record Told(string Slug, Bilingual Title, Bilingual Words, Bilingual ForWhom, string Place, int InDays, int EveryWeeks, int Times, TimeOnly StartsAt, int Minutes);
}
