namespace Alentour.Foundation.Store;

/// <summary>A module with tables. The order of registration is the order in which their scripts run.</summary>
/// <param name="Module">The namespace of the module; its scripts lie in its folder Schema.</param>
public sealed record SchemaOwner(string Module)
{
    /// <summary>Its tables that no backup holds: what repeats other tables, what is over in a day, what no thief of a backup may use.</summary>
    public IReadOnlyList<string> KeptOut { get; init; } = [];

    public static SchemaOwner Of<T>() => new(typeof(T).Namespace!);
}
