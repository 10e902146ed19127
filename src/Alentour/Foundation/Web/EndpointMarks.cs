namespace Alentour.Foundation.Web;

/// <summary>Marks a page or endpoint that answers without the database.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutStore : Attribute;

/// <summary>Marks an endpoint whose answers are never kept: it acts.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class NotKept : Attribute;

/// <summary>Marks an endpoint whose answer goes on for as long as the browser stays: nothing holds it back, to weigh it or to make it smaller.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class Streamed : NotKept;

/// <summary>
/// Marks an endpoint where the house looks who is there before it answers: its pages differ from person to person, and no browser keeps them.
/// Derived marks say who may pass.
/// </summary>
public abstract class Guarded : NotKept;

/// <summary>Something held in memory that pages show: a kept page is made anew when its number changed. Asking for it never waits.</summary>
public interface IShownFromMemory
{
    int Number { get; }
}

/// <summary>
/// An answer that goes on when its endpoint has returned: set as a feature of the request by an endpoint marked <see cref="Streamed"/>.
/// What the request was given on its way, its scoped parts and its headers, is gone by then.
/// </summary>
public interface IGoesOn
{
    Task GoOnAsync();
}

static class ReadingDoors
{
    /// <summary>Answers GET, and HEAD as RFC 9110 asks (9.3.2): watchers of a house and readers of calendars look with it first. Pages do so by themselves.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);
}
