using System.Globalization;
using Alentour.Foundation.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Alentour.Community.People.Entering;

/// <summary>The invented people of « Le Rivage », from Content/rivage-people.json. They have no card: in a demonstration one enters by name (/demo).</summary>
sealed class RivageCast : IDemonstration
{
    public async Task LayAsync(Db db, DateOnly today, CancellationToken stop)
    {
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var told in Demonstration.Read<List<Told>>("Community.People.Content.rivage-people.json"))
        {
            var (id, day) = (Ids.New().ToString(), Day(today.AddDays(-told.DaysHere)));
            await connection.Command("INSERT INTO person (id, chosen_name, quilt_seed, language, joined_on, certification) VALUES (@id, @name, @seed, @language, @day, @certification)",
                transaction, ("id", id), ("name", told.Name), ("seed", told.Block), ("language", told.Language), ("day", day), ("certification", told.Certification)).RunAsync(stop);
            if (told.Role is { } role)
                await connection.Command("INSERT INTO held_role (person_id, kind, since, decision) VALUES (@id, @kind, @day, @decision)",
                    transaction, ("id", id), ("kind", role.ToString()), ("day", day), ("decision", told.Decision)).RunAsync(stop);
        }
    }

    static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    sealed record Told(string Name, int Block, string Language, int DaysHere, string? Certification, RoleKind? Role, string? Decision);
}
