namespace Alentour.Foundation.Store;

/// <summary>A module with tables. The order of registration is the order in which their scripts run.</summary>
/// <param name="Module">The namespace of the module; its scripts lie in its folder Schema.</param>
public sealed record SchemaOwner(string Module)
{
    /// <summary>Its tables that no backup holds: what repeats other tables, what is over in a day, what no thief of a backup may use.</summary>
    public IReadOnlyList<string> KeptOut { get; init; } = [];

    public static SchemaOwner Of<T>() => new(typeof(T).Namespace!);
}

/// <summary>
/// What some tables keep, and until when, as the public page of privacy says it. Modules register theirs beside their
/// <see cref="SchemaOwner"/>; a test finds every table in exactly one (Act 25: what is kept is said).
/// </summary>
/// <param name="What">The text key of what it is.</param>
/// <param name="Until">The text key of until when.</param>
public sealed record KeptUntil(string What, string Until, params string[] Tables)
{
    /// <summary>False for what tells nothing of anybody: how the machine works, what is published.</summary>
    public bool IsOfPeople { get; init; } = true;
}

public static class KeptUntilRows
{
    public static IServiceCollection AddKept(this IServiceCollection services, params KeptUntil[] rows)
    {
        foreach (var row in rows)
            services.AddSingleton(row);
        return services;
    }
}
