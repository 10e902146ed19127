using System.Data.Common;
using Alentour.Foundation.Running;

namespace Alentour.Foundation.Web.Answers;

/// <summary>Until the database is open, and whenever it stops answering, pages that need it say so in a sentence and lead to /aide.</summary>
static class OpenGate
{
    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        var needsStore = context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<WithoutStore>() is null;
        if (needsStore && !context.RequestServices.GetRequiredService<Readiness>().IsOpen)
        {
            Close(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (Exception failure) when (IsStore(failure) && !context.Response.HasStarted)
        {
            Close(context);
        }
    }

    static bool IsStore(Exception? failure) => failure is DbException || failure?.InnerException is { } inner && IsStore(inner);

    static void Close(HttpContext context)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "10";
    }
}
