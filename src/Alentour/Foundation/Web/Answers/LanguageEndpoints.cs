using Alentour.Foundation.Texts;

namespace Alentour.Foundation.Web.Answers;

/// <summary>Changing the language: /langue/en?retour=/groupes, and the English paths of the French pages.</summary>
static class LanguageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/langue/{code:regex(^(fr|en)$)}", (string code, string? retour, HttpContext context) =>
        {
            DisplayCookies.Keep(context.Response, LanguageCodes.Parse(code));
            context.Response.Headers.CacheControl = "no-store";
            return Results.Redirect(OrFirst(retour));
        }).WithMetadata(new NotKept(), new WithoutStore());
        foreach (var alias in routes.ServiceProvider.GetServices<EnglishAlias>())
            routes.MapRead(alias.English + "/{**rest}", (string? rest, HttpContext context) =>
            {
                DisplayCookies.Keep(context.Response, Language.English);
                context.Response.Headers.CacheControl = "no-store";
                var path = string.IsNullOrEmpty(rest) ? alias.French : $"{alias.French.TrimEnd('/')}/{Uri.EscapeDataString(rest).Replace("%2F", "/", StringComparison.Ordinal)}";
                return Results.Redirect(path + context.Request.QueryString);
            }).WithMetadata(new NotKept(), new WithoutStore());
    }

    /// <summary>The path if it is one of ours, else the first page: never a way to another site.</summary>
    public static string OrFirst(string? path) => LocalPath.Of(path) ?? "/";
}
