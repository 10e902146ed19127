using System.Text.Json;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Passkeys;

/// <summary>
/// What the script asks before a device can be asked: POST /entrer/cle (anybody, no cookie), /mes-acces/cle and /mes-acces/cle/garder (whoever is in).
/// Entering itself is the ordinary form of /entrer.
/// </summary>
static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/entrer/cle", AskToEnterAsync).WithMetadata(new ForAll());
        routes.MapPost("/mes-acces/cle", AskNewAsync).WithMetadata(new ForMembers());
        routes.MapPost("/mes-acces/cle/garder", KeepAsync).WithMetadata(new ForMembers());
    }

    static async Task<IResult> AskToEnterAsync(HttpContext context, PasskeyCeremony ceremony) =>
        ceremony.IsPossible(context) ? Say(await ceremony.AskToEnterAsync(context)) : Results.StatusCode(StatusCodes.Status403Forbidden);

    static async Task<IResult> AskNewAsync(HttpContext context, Me me, PasskeyCeremony ceremony, PasskeyActs acts, Words words)
    {
        if (!ceremony.IsPossible(context))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var typed = context.Request.HasFormContentType ? context.Request.Form["appareil"].ToString() : null;
        var name = Passkey.NameOf(typed, Sessions.DeviceWord.Of(context.Request)) ?? words["access.device"];
        try
        {
            return Say(await acts.BeginAsync(context, me.Id, name, context.RequestAborted));
        }
        catch (RefusalException refusal)
        {
            return Refuse(words, refusal);
        }
    }

    static async Task<IResult> KeepAsync(HttpContext context, Me me, PasskeyActs acts, Words words)
    {
        var form = context.Request.HasFormContentType ? context.Request.Form : FormCollection.Empty;
        try
        {
            await acts.KeepAsync(context, me.Id, form["cle"], form["etat"], context.RequestAborted);
            return Results.NoContent();
        }
        catch (RefusalException refusal)
        {
            return Refuse(words, refusal);
        }
    }

    static IResult Say(Asked asked) => Results.Json(asked, JsonSerializerOptions.Web);

    /// <summary>The sentence alone: the script shows it as it comes.</summary>
    static IResult Refuse(Words words, RefusalException refusal) => Results.Text(words[refusal.TextKey], statusCode: StatusCodes.Status422UnprocessableEntity);
}
