using System.Text;
using Microsoft.AspNetCore.Diagnostics;

namespace Alentour.Foundation.Web.Answers;

/// <summary>What fails is told by its kind and its place in the code: the message of an exception may quote what a person typed. The framework's own line is silenced in Foundation/Running.</summary>
sealed partial class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Failed(Say(exception));
        // The page that says sorry answers.
        return ValueTask.FromResult(false);
    }

    /// <summary>
    /// Stands before the page that says sorry, for what fails while that page is made, or when part of an answer is out already: whoever else
    /// catches it (the server, the page of developers) would write its message.
    /// </summary>
    public static async Task Catch(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (failure is not BadHttpRequestException)
        {
            // A request that cannot be read has its own answer, without a word.
            new Failures(context.RequestServices.GetRequiredService<ILogger<Failures>>()).Failed(Say(failure));
            if (context.Response.HasStarted)
                context.Abort();
            else
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    static string Say(Exception failure)
    {
        var said = new StringBuilder();
        for (var one = failure; one is not null; one = one.InnerException)
            said.Append(said.Length > 0 ? "\n<- " : "").Append(one.GetType().FullName).Append('\n').Append(one.StackTrace);
        return said.ToString();
    }

    [LoggerMessage(LogLevel.Error, "A page failed: {Failure}")]
    partial void Failed(string failure);
}
