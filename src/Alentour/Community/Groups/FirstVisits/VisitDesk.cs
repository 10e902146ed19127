using Alentour.Community.Groups.Memberships;
using Alentour.Community.People;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>Where a first visit is announced, found again and taken back.</summary>
public sealed class VisitDesk(VisitStore visits, GreeterStore greeters, MembershipStore memberships, Slips slips)
{
    /// <summary>The visit of this browser, or null.</summary>
    public async Task<OwnVisit?> OfAsync(HttpRequest request, CancellationToken stop) =>
        SeatCookie.Read(request) is { } seat ? await visits.BySeatAsync(seat, stop) : null;

    /// <summary>A way to be told of a change, seen by the greeter alone.</summary>
    public Task TellByAsync(OwnVisit visit, string? typed, bool mayLeaveWord, CancellationToken stop) =>
        visits.TellByAsync(visit, Reach(typed) ?? throw new RefusalException("visit.refusal.reach"), mayLeaveWord, stop);

    /// <summary>A way to be told as it was typed; null for none.</summary>
    public static string? Reach(string? typed) => VisibleText.WithoutHidden(typed ?? "").Trim() is { Length: > 0 } said ? VisibleText.Cut(said, 120) : null;

    public async Task<bool> HasGreeterAsync(Guid group, VisitedMeeting meeting, CancellationToken stop) =>
        (await greeters.OfAsync(group, stop)).ContainsKey((meeting.Series.Id, meeting.Meeting.PlannedDay));

    /// <exception cref="RefusalException">The meeting is full, or the account has one announced already.</exception>
    public async Task<IReadOnlyList<string>> AnnounceAsync(HttpResponse response, VisitedMeeting meeting, Announcement said, Guid? person, CancellationToken stop)
    {
        var (words, lookup) = slips.Draw();
        var seat = HostCookie.Draw();
        await visits.AnnounceAsync(meeting, said, lookup, HostCookie.Lookup(seat), person, stop);
        SeatCookie.Write(response, seat);
        return words;
    }

    /// <summary>The next dates that one may choose from, full ones left out.</summary>
    public async Task<IReadOnlyList<VisitedMeeting>> FreeAsync(IEnumerable<VisitedMeeting> coming, CancellationToken stop)
    {
        VisitedMeeting[] open = [.. coming.Where(m => m.IsOpen).Take(6)];
        var full = await visits.FullAsync(open, stop);
        return [.. open.Where(m => !full.Contains(m.Mark)).Take(4)];
    }

    /// <exception cref="RefusalException">That meeting is full.</exception>
    public async Task ChangeAsync(OwnVisit visit, VisitedMeeting to, CancellationToken stop) =>
        await visits.ChangeAsync(visit, to, await HasGreeterAsync(to.Series.GroupId, to, stop), stop);

    /// <summary>Somebody who is in stays: they join the group, or ask to.</summary>
    /// <exception cref="RefusalException">They have asked another group already.</exception>
    public Task<Joined> StayAsync(Me me, MutualAidGroup group, CancellationToken stop) => memberships.JoinAsync(me, group, null, stop);

    /// <summary>The visit announced to a meeting under this name, as people write it: capitals, accents and spaces apart.</summary>
    internal async Task<Guid?> ExpectedAsync(HeldMeeting meeting, string typed, CancellationToken stop) =>
        (await visits.ToAsync(meeting, stop)).Where(v => Plain(v.Name) == Plain(typed)).Select(v => (Guid?)v.Id).FirstOrDefault();

    static string Plain(string name) => string.Join(' ', PlainLetters.Of(VisibleText.WithoutHidden(name)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Finds a visit by its three words and gives it to this browser; or the text key of the refusal.</summary>
    public async Task<(string? Refusal, OwnVisit? Visit)> FindAsync(HttpContext context, string? typed, CancellationToken stop)
    {
        if (slips.MustWait(context))
            return ("visit.refusal.wait", null);
        if (slips.LookupOf(typed) is not { } lookup || await visits.ByWordsAsync(lookup, stop) is not { } visit)
        {
            slips.WasWrong(context);
            return ("visit.refusal.unknown", null);
        }
        var seat = HostCookie.Draw();
        await visits.SeatAsync(visit, HostCookie.Lookup(seat), stop);
        SeatCookie.Write(context.Response, seat);
        return (null, visit);
    }

    public async Task TakeBackAsync(HttpContext context, CancellationToken stop)
    {
        if (await OfAsync(context.Request, stop) is { } visit)
            await visits.TakeBackAsync(visit, stop);
        SeatCookie.Drop(context.Response);
    }
}
