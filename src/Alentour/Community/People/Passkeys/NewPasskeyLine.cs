using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Passkeys;

/// <summary>On /aujourdhui for a week: a passkey was made that opens this account. Whoever held this device for a minute could have made it for themself.</summary>
sealed class NewPasskeyLine(PasskeyStore passkeys, HouseClock clock, Words words) : ITodayLine
{
    const int Days = 7;

    public async Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop) =>
    [
        .. (await passkeys.OfAsync(me.Id, stop)).Where(p => p.MadeOn >= clock.Now.Day.AddDays(-Days)).Select(p => new TodayLine(TodayPlace.First,
            words["passkey.added", ("name", p.Particulars.Name), ("day", DateWords.Date(p.MadeOn, words.Language))], words["passkey.addedText"], "/mes-acces")),
    ];
}
