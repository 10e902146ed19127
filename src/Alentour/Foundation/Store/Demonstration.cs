using System.Text.Json;

namespace Alentour.Foundation.Store;

/// <summary>Reads the invented content that modules lay into a demonstration.</summary>
public static class Demonstration
{
    /// <param name="resource">The embedded file, without the leading "Alentour.".</param>
    public static T Read<T>(string resource)
    {
        using var stream = typeof(Demonstration).Assembly.GetManifestResourceStream("Alentour." + resource)
            ?? throw new FileNotFoundException($"The demonstration file {resource} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, JsonText.Options)!;
    }
}

/// <summary>A module's part of the cast of « Le Rivage », laid once into an empty demonstration database, dates relative to the day.</summary>
public interface IDemonstration
{
    Task LayAsync(Db db, DateOnly today, CancellationToken stop);
}
