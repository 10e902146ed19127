using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Searches;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder;

/// <summary>A group as the first page shows it: enough to want to know more.</summary>
/// <param name="Language">The language its members wrote in, for the lang attribute.</param>
/// <param name="When">Its next meeting in words, or null.</param>
public sealed record HomeGroup(string Slug, string Name, string Sentence, string Language, string? When, IEnumerable<string> Tags, int QuiltSeed);

/// <summary>/: the door of the house. While no organisation lives in it, it says so and leads to what already answers.</summary>
public sealed class HomeModel(HouseStore houses, FinderSearch search, IEnumerable<IHouseAgenda> agendas, HouseClock clock, Words words) : PageModel
{
    const int Shown = 4;

    public Community.Organizations.House? House { get; private set; }

    /// <summary>Those that meet soonest.</summary>
    public IReadOnlyList<HomeGroup> Groups { get; private set; } = [];

    /// <summary>Whether the organisation announces anything in the months that come.</summary>
    public bool HasActivities { get; private set; }

    public string OpeningNow => House is null ? "" : OpeningWords.Say(House.OpeningHours, clock.Now, words);

    public async Task OnGetAsync(CancellationToken stop)
    {
        House = await houses.ForPublicAsync(stop);
        HasActivities = House is not null && await agendas.AnnounceAnythingAsync(clock.Now.Day, stop);
        Groups = [.. (await search.SoonestOfHouseAsync(Shown, stop)).Select(Show)];
    }

    HomeGroup Show(Found found)
    {
        var card = found.Card;
        var when = found.Next is { } next ? DateWords.When(next.Day, next.StartsAt, clock.Now, words.Language) : null;
        return new HomeGroup(card.Slug, words.Of(card.Title), words.Of(card.Sentence ?? Bilingual.Empty), card.Title.Spoken(words.Language).HtmlCode(), when, card.AccessSaid, card.Quilt);
    }
}
