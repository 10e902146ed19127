using Alentour.Community.Organizations;
using Alentour.Foundation.Running;
using Alentour.Foundation.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Invitations;

/// <summary>/invitations: any member makes slips that let newcomers in; they are shown once, ready to print.</summary>
[ForMembers]
public sealed class InvitationsModel(Me me, InvitationStore invitations, Settings settings, HouseClock clock, Words words) : PageModel
{
    const int OnASheet = 8;

    /// <summary>The words of each slip just made.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Slips { get; private set; }

    public bool HasPublicAddress => settings.PublicAddress is not null;

    public string Until => DateWords.Date(clock.Now.Day.AddDays(InvitationStore.Kept.Days), words.Language);

    public void OnGet() { }

    /// <summary>The text key of why none was made.</summary>
    public string? Refusal { get; private set; }

    public async Task OnPostAsync(string? combien, CancellationToken stop)
    {
        try
        {
            Slips = await invitations.DrawAsync(me, combien == "8" ? OnASheet : 1, stop);
        }
        catch (RefusalException refusal)
        {
            (Refusal, Response.StatusCode) = (refusal.TextKey, StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Where the page lies that a slip opens, as people type it.</summary>
    public string ShownAddress => new Uri(Base, "ouvrir").GetComponents(UriComponents.HostAndPort | UriComponents.Path, UriFormat.Unescaped);

    public HtmlString QrCode(IReadOnlyList<string> slip) => Invitations.QrCode.Draw(new Uri(Base, $"ouvrir?invitation={string.Join('-', slip)}"));

    Uri Base => settings.PublicAddress ?? new Uri($"{Request.Scheme}://{Request.Host}/");
}
