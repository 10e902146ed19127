using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alentour.Tests.Shape.Reading;

/// <summary>Every endpoint that the running house really has, as "GET /groupes/{slug}".</summary>
static class Doors
{
    public static async Task<IReadOnlySet<string>> OfAsync(IServiceProvider house)
    {
        var doors = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in house.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            foreach (var method in await MethodsAsync(house, endpoint))
                doors.Add($"{method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}");
        return doors;
    }

    /// <summary>The methods it is mapped for; of a page, its handlers (OnGet, OnPost), and GET where it has none.</summary>
    static async Task<IEnumerable<string>> MethodsAsync(IServiceProvider house, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: var methods })
            return methods;
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return ["ANY"];
        var compiled = await house.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return compiled.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Append("GET").Distinct();
    }
}
