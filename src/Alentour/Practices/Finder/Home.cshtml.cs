using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Practices.Finder;

/// <summary>A group as the first page shows it: enough to want to know more.</summary>
/// <param name="Language">The language its members wrote in, for the lang attribute.</param>
/// <param name="When">Its next meeting in words, or null.</param>
public sealed record HomeGroup(string Slug, string Name, string Sentence, string Language, string? When, IEnumerable<string> Tags, int QuiltSeed);

/// <summary>/: the door of the house. While no organisation lives in it, it says so and leads to what already answers.</summary>
public sealed class HomeModel(HouseStore houses, GroupStore groups, HouseClock clock, Words words) : PageModel
{
    const int Shown = 4;

    public Community.Organizations.House? House { get; private set; }

    /// <summary>Those that meet soonest.</summary>
    public IReadOnlyList<HomeGroup> Groups { get; private set; } = [];

    public string OpeningNow => House is null ? "" : OpeningWords.Say(House.OpeningHours, clock.Now, words);

    public async Task OnGetAsync(CancellationToken stop)
    {
        House = await houses.ForPublicAsync(stop);
        var now = clock.Now;
        var all = await groups.ForPublic().AllAsync(stop);
        Groups = [.. all.Select(g => (Of: g, Next: g.Next(now))).Where(g => g.Next is not null)
            .OrderBy(g => g.Next!.Day).ThenBy(g => g.Next!.StartsAt).Take(Shown).Select(g => Show(g.Of, g.Next!, now))];
    }

    HomeGroup Show(PublicGroup shown, Meeting next, (DateOnly, TimeOnly) now)
    {
        var group = shown.Group;
        var when = DateWords.When(next.Day, next.StartsAt, now, words.Language);
        return new HomeGroup(group.Slug, group.Say(group.Name), FirstSentence(group.Say(group.InMembersWords)), group.Spoken.HtmlCode(), when, group.Access.Take(2).Select(group.Say), group.QuiltSeed);
    }

    static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..(end + 1)] : text;
}
