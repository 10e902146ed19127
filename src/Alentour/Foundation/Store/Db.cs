using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Alentour.Foundation.Store;

/// <summary>The one context. It finds the mappings of the modules in the assembly; tables are made by their numbered scripts, never by EF.</summary>
public sealed class Db(DbContextOptions<Db> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.ClrType.Name));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.Name));
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // The same plain columns on both engines: EF on SQLite cannot compare DateTimeOffset, and PostgreSQL has no text day.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayText>();
        configurationBuilder.Properties<TimeOnly>().HaveConversion<Minutes>();
        configurationBuilder.Properties<Guid>().HaveConversion<string>();
        configurationBuilder.Properties<bool>().HaveConversion<int>();
    }

    /// <summary>"StartsAt" → "starts_at".</summary>
    public static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(t => t.ToUnixTimeMilliseconds(), n => DateTimeOffset.FromUnixTimeMilliseconds(n));

    sealed class DayText() : ValueConverter<DateOnly, string>(
        d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        s => DateOnly.ParseExact(s, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    sealed class Minutes() : ValueConverter<TimeOnly, int>(t => t.Hour * 60 + t.Minute, n => new TimeOnly(n / 60, n % 60));
}

/// <summary>A value kept as JSON text in one column, for lists and texts that are always read whole.</summary>
public sealed class JsonText<T>() : ValueConverter<T, string>(v => JsonSerializer.Serialize(v, JsonText.Options), s => JsonSerializer.Deserialize<T>(s, JsonText.Options)!)
{
    public static ValueComparer<T> Comparer { get; } = new(
        (a, b) => JsonSerializer.Serialize(a, JsonText.Options) == JsonSerializer.Serialize(b, JsonText.Options),
        v => JsonSerializer.Serialize(v, JsonText.Options).GetHashCode(StringComparison.Ordinal),
        v => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(v, JsonText.Options), JsonText.Options)!);
}

static class JsonText
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}

public static class JsonColumns
{
    /// <summary>Keeps this property as JSON text in one column.</summary>
    public static void AsJson<T>(this Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<T> property) =>
        property.HasConversion(new JsonText<T>(), JsonText<T>.Comparer);
}
