namespace Alentour.Foundation.Web;

/// <summary>Marks a page or endpoint that answers without the database.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutStore : Attribute;

/// <summary>Marks an endpoint whose answers are never kept: it acts, or streams.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotKept : Attribute;

/// <summary>Something held in memory that pages show: a kept page is made anew when its number changed. Asking for it never waits.</summary>
public interface IShownFromMemory
{
    int Number { get; }
}
