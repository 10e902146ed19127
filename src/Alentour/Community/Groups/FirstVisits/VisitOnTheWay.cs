using System.Data.Common;
using Alentour.Community.Groups.Memberships;
using Alentour.Community.People;

namespace Alentour.Community.Groups.FirstVisits;

/// <summary>« Rester, si vous voulez »: the account that opens bears the name of the visit, and joins its group or asks to.</summary>
sealed class VisitOnTheWay(VisitStore visits, MembershipStore memberships) : IOnTheWay
{
    public async Task<string?> NameAsync(HttpRequest request, CancellationToken stop) => (await OfAsync(request, stop))?.Name;

    public async Task ArriveAsync(HttpRequest request, (DbConnection Connection, DbTransaction Transaction) act, Guid person, CancellationToken stop)
    {
        if (await OfAsync(request, stop) is { IsShown: true, GroupId: { } group })
            await memberships.JoinAsync(act.Connection, act.Transaction, (group, person, null), stop);
    }

    async Task<OwnVisit?> OfAsync(HttpRequest request, CancellationToken stop) => SeatCookie.Read(request) is { } seat ? await visits.BySeatAsync(seat, stop) : null;
}
