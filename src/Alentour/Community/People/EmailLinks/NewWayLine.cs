using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.EmailLinks;

/// <summary>On /aujourdhui for a week: an address was added by which one may come in. Whoever held this device for a minute could have done it.</summary>
sealed class NewWayLine(Database database, HouseClock clock, Words words) : ITodayLine
{
    const int Days = 7;

    public async Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        var added = await connection.Command("SELECT made_on FROM way_in WHERE person_id = @person AND kind = 'Email' AND made_on >= @since", null,
            ("person", me.Id.ToString()), ("since", clock.Now.Day.AddDays(-Days).ToString("O", CultureInfo.InvariantCulture))).ListAsync(row => row.GetString(0), stop);
        return added is [var day, ..]
            ? [new(TodayPlace.First, words["email.added", ("day", DateWords.Date(DateOnly.Parse(day, CultureInfo.InvariantCulture), words.Language))], words["email.addedText"], "/mes-acces/courriel")]
            : [];
    }
}
