namespace Alentour.Foundation.Store;

/// <summary>A module's part of the cast of « Le Rivage », laid once into an empty demonstration database, dates relative to the day.</summary>
public interface IDemonstration
{
    Task LayAsync(Db db, DateOnly today, CancellationToken stop);
}
