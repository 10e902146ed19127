namespace Alentour.Foundation.Web.Answers;

/// <summary>Asks the doorkeeper at guarded endpoints, and tells browsers to keep nothing of what they answer.</summary>
static class Doorkeeping
{
    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Guarded>() is { } guarded)
        {
            context.Response.Headers.CacheControl = "no-store";
            if (!await context.RequestServices.GetRequiredService<IDoorkeeper>().LetInAsync(context, guarded))
                return;
        }
        await next(context);
    }
}
