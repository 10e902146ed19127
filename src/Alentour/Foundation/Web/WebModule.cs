using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Alentour.Foundation.Running;
using Alentour.Foundation.Texts;
using Alentour.Foundation.Web.Answers;
using Alentour.Foundation.Web.Exits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Alentour.Foundation.Web;

public static class WebModule
{
    public static IServiceCollection AddWeb(this IServiceCollection services, bool isDemonstration)
    {
        services.AddHttpContextAccessor().AddSingleton<IStartupFilter, LongAnswers>();
        services.AddSingleton(new SiteFace(isDemonstration));
        services.AddSingleton<IShownFromMemory>(p => p.GetRequiredService<SiteFace>());
        services.AddSingleton(_ => new BuiltAssets());
        services.AddSingleton<TextCatalogue>();
        services.AddSingleton<LongTexts>();
        services.AddScoped(p => p.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Display.Of(http.Request) : Display.Plain);
        services.AddScoped(p => new Words(p.GetRequiredService<TextCatalogue>(), p.GetRequiredService<Display>().Language));
        services.AddSingleton(new EnglishAlias("/display", "/affichage"));
        // é stays é: the default encoder would write &#xE9; and make French pages heavier.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // SameOriginPost guards every unsafe request without a token, so that pages keep no cookie.
        services.AddRazorPages(o => o.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()).ConfigureFilter(new KnownMethods())).WithRazorPagesAtContentRoot();
        services.AddExceptionHandler<Failures>().AskForKeysWhenNeeded();
        services.AddOutputCache(o =>
        {
            o.AddBasePolicy(b => b.AddPolicy<PublicPages>(), excludeDefaultPolicy: true);
            o.SizeLimit = 16 * 1024 * 1024;
            o.MaximumBodySize = 512 * 1024;
        });
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = ["text/html", "text/calendar", "application/xml", "text/plain", "application/json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        return services;
    }

    public static void UseWeb(this WebApplication app)
    {
        app.Use(Failures.Catch);
        app.UseForwardedHeaders();
        app.Use(SecureWay.Note);
        app.Use(PolicyHeaders.Add);
        app.Use(SoundRequests.Check);
        app.UseExceptionHandler("/desole/500");
        app.UseStatusCodePagesWithReExecute("/desole/{0}");
        app.Use(SameOriginPost.Check);
        app.Use(SoundForms.Check);
        app.UseRouting();
        app.Use(OpenGate.Check);
        app.Use(Doorkeeping.Check);
        app.UseOutputCache();
        app.UseWhen(EntityTags.MayHold, held => held.Use(EntityTags.Add).UseResponseCompression());
        app.MapRead("/built/{file}", (string file, BuiltAssets assets, HttpContext context) => assets.ServeAsync(context, file)).WithMetadata(new NotKept(), new WithoutStore());
        app.MapRead("/healthz", (Readiness readiness) => readiness.IsOpen
            ? Results.Json(new { status = "ok" })
            : Results.Json(new { status = "opening" }, statusCode: StatusCodes.Status503ServiceUnavailable)).WithMetadata(new NotKept(), new WithoutStore());
        LanguageEndpoints.Map(app);
        QuickExit.Map(app);
        app.MapRazorPages();
    }
}
