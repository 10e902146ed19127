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
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            // The reader of parts lets a NUL through; a database does not, and answers it as a failure of its own.
            return form.Any(f => HoldsNul(f.Key) || f.Value.Any(HoldsNul)) || form.Files.Any(f => HoldsNul(f.Name) || HoldsNul(f.FileName)) ? StatusCodes.Status400BadRequest : null;
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

    static bool HoldsNul(string? text) => text?.Contains('\0') is true;
}
