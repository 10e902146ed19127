namespace Alentour.Foundation.Store;

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
