using Alentour.Community.People;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;

namespace Alentour.Practices.House.SetUp;

/// <summary>bin/alentour coordinator-card: a new way in for a coordinator who lost theirs, from the machine, told in the public journal.</summary>
sealed class CoordinatorCard(Migrator migrator, RoleHolders holders, Coordinators coordinators, PrintSetUpCode setUp) : ICommand
{
    public string Name => "coordinator-card";

    public string Usage => "[NUMBER]         six words that let a coordinator in again; the journal of the house tells it";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        await migrator.ApplyAsync(stop);
        var all = (await holders.ForPublicAsync(stop)).Where(h => h.Role.Kind == RoleKind.Coordinator).ToList();
        if (all.Count == 0)
            return await NobodyAsync(output, stop);
        var chosen = all.Count == 1 && arguments.Count == 0 ? all[0]
            : arguments.Count == 1 && int.TryParse(arguments[0], out var number) && number >= 1 && number <= all.Count ? all[number - 1] : null;
        if (chosen is null)
        {
            await output.WriteLineAsync("Several people coordinate this house. Add the number of the one who needs a card:");
            for (var i = 0; i < all.Count; i++)
                await output.WriteLineAsync($"  {i + 1}  {all[i].ChosenName}, since {all[i].Role.Since:yyyy-MM-dd}");
            return 1;
        }
        var words = await coordinators.RenewCardAsync(chosen.Id, stop);
        await output.WriteLineAsync($"The six words of {chosen.ChosenName}, for the page /entrer. They are shown this once; the older card opens nothing any more.");
        await output.WriteLineAsync($"  {string.Join(' ', words)}");
        await output.WriteLineAsync("The public journal of the house tells that a card was made from the machine.");
        return 0;
    }

    async Task<int> NobodyAsync(TextWriter output, CancellationToken stop)
    {
        await output.WriteLineAsync("Nobody coordinates this house yet: use the opening code.");
        foreach (var line in await setUp.SayAsync(stop) is { Count: > 0 } said ? said : ["Start the house (bin/run --live): it shows the code."])
            await output.WriteLineAsync(line);
        return 1;
    }
}
