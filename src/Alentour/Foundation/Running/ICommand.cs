namespace Alentour.Foundation.Running;

/// <summary>One word of bin/alentour. Modules register theirs.</summary>
public interface ICommand
{
    /// <summary>The words that call it, such as "import bmlt".</summary>
    string Name { get; }

    /// <summary>One line for the list of commands: what follows the name, and what it does.</summary>
    string Usage { get; }

    /// <summary>Runs it and returns the exit code: 0 done, 1 refused or something is wrong, said in sentences on <paramref name="output"/>.</summary>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop);
}
