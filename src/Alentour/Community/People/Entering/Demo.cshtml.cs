using System.Data.Common;
using Alentour.Community.People.Sessions;
using Alentour.Foundation.Running;
using Alentour.Foundation.Store;
using Alentour.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alentour.Community.People.Entering;

/// <summary>/demo: in a demonstration, and there alone, one enters as one of the invented people.</summary>
[ForAll]
public sealed class DemoModel(SiteFace site, Database database) : PageModel
{
    public sealed record Invented(Guid Id, string Name, int Block, RoleKind? Role);

    public IReadOnlyList<Invented> Cast { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!site.IsDemonstration)
            return NotFound();
        Cast = await ReadAsync(database, stop);
        return Page();
    }

    internal static async Task<List<Invented>> ReadAsync(Database database, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        return await connection.Command("SELECT p.id, p.chosen_name, p.quilt_seed, r.kind FROM person p LEFT JOIN held_role r ON r.person_id = p.id ORDER BY p.id").ListAsync(Read, stop);
    }

    static Invented Read(DbDataReader row) =>
        new(Guid.Parse(row.GetString(0)), row.GetString(1), row.GetInt32(2), row.IsDBNull(3) ? null : Enum.Parse<RoleKind>(row.GetString(3)));
}

/// <summary>POST /demo/entrer with nom=Simone signs in; 404 in a live house.</summary>
static class DemoDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/demo/entrer", EnterAsync).WithMetadata(new ForAll());

    static async Task<IResult> EnterAsync(HttpContext context, SiteFace site, Database database, SessionStore sessions, CancellationToken stop)
    {
        if (!SecureWay.Of(context))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await context.Request.ReadFormAsync(stop);
        if (!site.IsDemonstration || (await DemoModel.ReadAsync(database, stop)).FirstOrDefault(p => p.Name == form["nom"]) is not { } invented)
            return Results.NotFound();
        var cookie = await database.WriteAsync((connection, transaction) =>
            sessions.OpenAsync(connection, transaction, invented.Id, false, DeviceWord.Of(context.Request), stop), stop);
        await sessions.GiveAsync(context, cookie, isShared: false);
        context.Response.Headers.Location = Returning.To(form["retour"]);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
