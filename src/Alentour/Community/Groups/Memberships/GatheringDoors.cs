using Alentour.Community.People;

namespace Alentour.Community.Groups.Memberships;

/// <summary>All that practices offer to whoever is at a group.</summary>
public sealed class GatheringDoors(IEnumerable<IGatheringDoor> doors)
{
    public Task<IReadOnlyList<GatheringLine>> ForMemberAsync(Me me, OwnGroup group, CancellationToken stop) => AskAsync(d => d.ForMemberAsync(me, group.Id, group.Slug, stop));

    public Task<IReadOnlyList<GatheringLine>> ForVisitAsync(HttpRequest request, CancellationToken stop) => AskAsync(d => d.ForVisitAsync(request, stop));

    async Task<IReadOnlyList<GatheringLine>> AskAsync(Func<IGatheringDoor, Task<GatheringLine?>> ask)
    {
        var lines = new List<GatheringLine>();
        foreach (var door in doors)
            if (await ask(door) is { } line)
                lines.Add(line);
        return lines;
    }
}
