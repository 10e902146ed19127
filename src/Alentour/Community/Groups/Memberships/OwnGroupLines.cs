using Alentour.Community.Groups.FirstVisits;
using Alentour.Community.Groups.Hearing;
using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Clock;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Memberships;

/// <summary>On /aujourdhui: each of the person's groups, and its next meeting; who waits to be let in, how people hear each other now, and a page to finish come first.</summary>
sealed class OwnGroupLines(GroupsOfMine mine, WithinWords say) : ITodayLine
{
    public async Task<IReadOnlyList<TodayLine>> ForAsync(Me me, CancellationToken stop)
    {
        var own = await mine.Memberships.OfAsync(me, stop);
        var lines = own.Count == 0 ? [] : await OfAsync(me, own, stop);
        if (await mine.Memberships.AskedAsync(me, stop) is { } asked)
            lines.Add(new TodayLine(TodayPlace.Free, say.Words["join.waiting"], null, $"/groupes/{asked}/rejoindre"));
        if (!me.HoldsAny)
            lines.Add(new TodayLine(TodayPlace.Free, say.Words["opening.title"], say.Words["opening.line"], "/groupes/ouvrir"));
        return lines;
    }

    /// <summary>What is asked of every group is asked of all at once: each question has its price, and most have no answer.</summary>
    async Task<List<TodayLine>> OfAsync(Me me, IReadOnlyList<OwnGroup> own, CancellationToken stop)
    {
        var (lines, dates, asking, welcomes) = (new List<TodayLine>(), await mine.Groups.DatesAsync(me, stop), await mine.Memberships.WithRequestsAsync(me, stop), await mine.Welcome.OfAsync(me, stop));
        foreach (var group in own)
        {
            var (words, path, met) = (say.Words, $"/groupes/{group.Slug}", new GroupDates([.. dates[group.Id]]));
            lines.Add(new TodayLine(TodayPlace.Groups, group.Name, null, path + "/entre-nous", group.QuiltSeed));
            if (await mine.Hearings.NowAsync(group, met, stop) is { } hearing)
                lines.Add(new TodayLine(TodayPlace.First, words["hearing.line", ("group", group.Name)], string.Join(", ", new[] { hearing.Phone, hearing.Code, hearing.Link }.OfType<string>()), path + "/entre-nous", group.QuiltSeed));
            if (asking.Contains(group.Id))
                lines.Add(new TodayLine(TodayPlace.First, words["within.someoneAsks", ("group", group.Name)], words["within.someoneAsksText"], path + "/entre-nous", group.QuiltSeed));
            if (!group.IsShown)
                lines.Add(new TodayLine(TodayPlace.First, words["page.line", ("group", group.Name)], words["page.lineText"], path + "/page", group.QuiltSeed));
            if (met.Next(say.Clock.Now) is { } next)
                lines.Add(Coming(group, next, group.Name, path + "/entre-nous"));
            lines.AddRange(welcomes.Of(group, VisitedMeeting.Of(met, say.Clock.Now)).SelectMany(one => Welcomes(me, group, one, path + "/accueil")));
        }
        return lines;
    }

    /// <summary>Somebody new whom nobody welcomes yet; a welcome of one's own, called off or moved; whom to call.</summary>
    IEnumerable<TodayLine> Welcomes(Me me, OwnGroup group, WelcomedMeeting one, string path)
    {
        var (words, meeting) = (say.Words, one.Of.Meeting);
        if (one.IsAwaited)
            yield return new TodayLine(TodayPlace.First, words["welcome.awaitedLine", ("group", group.Name), ("day", say.Day(meeting.Day))], words["welcome.nobodyTook"], path, group.QuiltSeed);
        if (one.Greeter != me.Id)
            yield break;
        if (one.ToCall.Count() is > 0 and var calls)
            yield return new TodayLine(TodayPlace.First, words.Count("welcome.callsLine", calls), words["welcome.toCallLine", ("group", group.Name)], path, group.QuiltSeed);
        var line = Coming(group, meeting, words["welcome.line", ("group", group.Name)], path);
        yield return line with
        {
            Detail = meeting.IsCancelled ? words["group.cancelledSentence", ("day", say.Day(meeting.PlannedDay))]
                : meeting.IsMoved ? words["group.movedSentence", ("day", say.Day(meeting.PlannedDay)), ("when", line.Detail!)] : line.Detail,
        };
    }

    TodayLine Coming(OwnGroup group, Meeting meeting, string title, string path) =>
        new(TodayPlace.Coming, title, DateWords.When(meeting.Day, meeting.StartsAt, say.Clock.Now, say.Words.Language), path, group.QuiltSeed, WallClock.ToInstant(meeting.Day, meeting.StartsAt, say.Clock.Zone));
}

/// <summary>Where a person's groups, their pages, how people hear each other there and the welcomes are found.</summary>
public sealed record GroupsOfMine(MembershipStore Memberships, GroupStore Groups, HearingStore Hearings, WelcomeDesk Welcome);
