namespace Alentour.Foundation.Web;

/// <summary>Marks a page or endpoint that answers without the database.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutStore : Attribute;

/// <summary>Marks an endpoint whose answers are never kept: it acts, streams, or must not wait for the database.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotKept : Attribute;
