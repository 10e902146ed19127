using System.Collections;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Alentour.Tests.Foundation.Store;

/// <summary>Makes a value of any type that an entity holds, different each time, as full or as empty as the mapping allows.</summary>
sealed class Samples(bool isFull)
{
    int _count;

    /// <summary>An entity whose mapped properties are all set. Where it points to another, it points to one of <paramref name="saved"/>.</summary>
    public object Entity(IEntityType type, IReadOnlyDictionary<IEntityType, object> saved)
    {
        var entity = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(p => p.PropertyInfo is not null))
        {
            var points = property.GetContainingForeignKeys().FirstOrDefault();
            var value = points is not null
                ? points.PrincipalKey.Properties[0].PropertyInfo!.GetValue(saved[points.PrincipalEntityType])
                : property.IsNullable && !isFull ? null : Value(property.ClrType, property.Name);
            property.PropertyInfo!.SetValue(entity, value);
        }
        return entity;
    }

    object Value(Type type, string name)
    {
        _count++;
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Value(inner, name);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(_count % Enum.GetValues(type).Length)!;
        if (type == typeof(string))
            return name is "Language" ? "fr" : $"{name} « é’œ » {_count}";
        return Simple(type) ?? (typeof(IEnumerable).IsAssignableFrom(type) ? List(type, name) : Record(type));
    }

    object? Simple(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => isFull,
        TypeCode.Int32 => _count,
        TypeCode.Int64 => (long)_count << 33,
        TypeCode.Double => _count + 0.125,
        _ when type == typeof(Guid) => Guid.CreateVersion7(),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_123 + _count),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 26).AddDays(_count),
        _ when type == typeof(TimeOnly) => new TimeOnly(13, 30).AddMinutes(_count),
        _ when type == typeof(Uri) => new Uri($"https://sample.example/{_count}"),
        _ => null,
    };

    object List(Type type, string name)
    {
        var item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (var i = 0; i < 2; i++)
            list.Add(Value(item, name));
        if (!type.IsArray)
            return list;
        var array = Array.CreateInstance(item, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    object Record(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public).MaxBy(c => c.GetParameters().Length)
            ?? throw new NotSupportedException($"Samples cannot make a {type}.");
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, p.Name!))]);
    }
}
