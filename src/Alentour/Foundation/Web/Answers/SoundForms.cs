using Microsoft.AspNetCore.Http.Features;

namespace Alentour.Foundation.Web.Answers;

/// <summary>Reads a posted form once, before any page does: one that cannot be read is refused here, and no page meets it.</summary>
static class SoundForms
{
    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.Request.HasFormContentType && await FaultAsync(context) is { } status)
        {
            // What was not read stays unread: whoever writes the answer must not begin again.
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            context.Response.StatusCode = status;
            return;
        }
        await next(context);
    }

    /// <summary>The status to refuse with, or null for a form that can be read.</summary>
    static async Task<int?> FaultAsync(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        // Too many fields, a half part, a NUL: each reader of the framework has its own exception.
        catch (Exception broken) when (broken is InvalidDataException or IOException or InvalidOperationException or ArgumentException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
