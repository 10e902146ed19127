using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Running;

namespace Alentour.Practices.House.SetUp;

/// <summary>
/// At the start of a live house that is not open yet, or that nobody coordinates: the code stands in the terminal and in a file. Of several
/// nodes one draws it; only what it is sealed as leaves that machine.
/// </summary>
sealed class PrintSetUpCode(SetUpStore setUp, SetUpCodeFile file, HouseStore houses, RoleHolders holders, TextWriter terminal) : IOpening
{
    public async Task OpenAsync(CancellationToken stop)
    {
        if (!file.IsWanted)
            return;
        if (await houses.ForPublicAsync(stop) is not null && (await holders.ForPublicAsync(stop)).Any(h => h.Role.Kind == RoleKind.Coordinator))
        {
            file.Remove();
            return;
        }
        var code = SetUpCode.Draw();
        if (await setUp.BeginAsync(code, stop))
            await file.WriteAsync(code);
        foreach (var line in await SayAsync(stop))
            await terminal.WriteLineAsync(line);
    }

    /// <summary>Where the code is to be found; no line when there is no set-up to do.</summary>
    public async Task<IReadOnlyList<string>> SayAsync(CancellationToken stop) => await setUp.CodeAsync(stop) is { } kept ? file.Say(kept) : [];
}
