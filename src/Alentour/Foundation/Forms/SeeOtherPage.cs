using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Foundation.Forms;

/// <summary>How an act that is done answers: with the page to look at next, so that loading it again does nothing twice.</summary>
public static class SeeOtherPage
{
    /// <param name="path">A path of ours, in ASCII.</param>
    public static StatusCodeResult SeeOther(this PageModel page, string path)
    {
        page.Response.Headers.Location = path;
        return page.StatusCode(StatusCodes.Status303SeeOther);
    }
}
