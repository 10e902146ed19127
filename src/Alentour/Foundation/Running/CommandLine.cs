using System.Data.Common;

namespace Alentour.Foundation.Running;

/// <summary>Runs a command of bin/alentour instead of serving, when the first words name one.</summary>
public static class CommandLine
{
    /// <summary>The exit code of the command, or null when the words name none and the house is to be served.</summary>
    public static async Task<int?> TryRunAsync(IServiceProvider services, string[] arguments)
    {
        if (arguments.Length == 0 || arguments[0].StartsWith('-'))
            return null;
        using var scope = services.CreateScope();
        var commands = scope.ServiceProvider.GetServices<ICommand>().OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
        foreach (var command in commands)
        {
            var words = command.Name.Split(' ');
            if (arguments.Take(words.Length).SequenceEqual(words))
                return await RunAsync(command, arguments[words.Length..], stop.Token);
        }
        Console.WriteLine(arguments[0] is "help" ? "Commands:" : $"\"{string.Join(' ', arguments)}\" is not a command. Commands:");
        foreach (var command in commands)
            Console.WriteLine($"  {command.Name} {command.Usage}");
        return arguments[0] is "help" ? 0 : 1;
    }

    static async Task<int> RunAsync(ICommand command, string[] arguments, CancellationToken stop)
    {
        try
        {
            return await command.RunAsync(arguments, Console.Out, stop);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Stopped before the end; nothing half done was kept.");
            return 1;
        }
        catch (Exception failure) when (failure is DbException or Store.SchemaChangedException or IOException or UnauthorizedAccessException)
        {
            Console.WriteLine(failure.Message);
            return 1;
        }
    }
}
