using Alentour.Foundation.Texts;
using Alentour.Foundation.Web.Answers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Foundation.Web.Choices;

/// <summary>/affichage: how pages look, chosen without an account and kept in a cookie that says nothing else.</summary>
[WithoutStore, NotKept]
public sealed class DisplayPanelModel(Display display) : PageModel
{
    public Display Now => display;

    /// <summary>Where the person came from: a path of ours.</summary>
    public string Return { get; private set; } = "/";

    public void OnGet(string? retour) => Return = Local(retour);

    public IActionResult OnPost([FromForm] Choices choices)
    {
        DisplayCookies.Keep(Response, choices.For(display));
        Response.Headers.Location = Local(choices.Retour);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    static string Local(string? path) => LanguageEndpoints.OrFirst(path);

    /// <summary>The form as it is sent; anything unreadable counts as not chosen.</summary>
    public sealed record Choices(string? Langue, int? Taille, string? Lumiere, bool Contraste, bool Calme, bool Aere, string? Retour)
    {
        public Display For(Display now) => now with
        {
            Language = Langue is null ? now.Language : LanguageCodes.Parse(Langue),
            TextSize = Math.Clamp(Taille ?? 1, 1, 3),
            Night = Lumiere switch { "nuit" => Night.Night, "jour" => Night.Day, _ => Night.Auto },
            HighContrast = Contraste,
            Calm = Calme,
            Spaced = Aere,
        };
    }
}
