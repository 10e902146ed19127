using Alentour.Community.People;
using Alentour.Community.Rounds;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.Circles.Closing;
using Alentour.Practices.Circles.Seats;
using Alentour.Practices.Circles.Writing;

namespace Alentour.Practices.Circles.Sitting;

/// <summary>Does what was pressed on the page of a circle, as the seat of whoever pressed.</summary>
public sealed class CircleActs(CircleStore circles, TallyStore tallies)
{
    public const int LongestWord = 2000;

    /// <exception cref="RefusalException">The press was refused, came too late, or the circle is closed for them; nothing changed.</exception>
    public Task DoAsync(Guid id, Sitter who, CircleForm form, CancellationToken stop) => form.Geste switch
    {
        "ecrire" => WriteAsync(id, who, form, stop),
        "entends" or "merci" => SignAsync(id, who, form, stop),
        "asseoir" => circles.ActAsync(id, who, (circle, mine, now) => circle.SeatByHand(mine, ByHand(circle, form), now), stop),
        "pas-ce-soir" => circles.ActAsync(id, who, (circle, mine, _) => circle.NotTonight(mine, form.Place ?? Guid.Empty), stop),
        "entrez" => circles.ActAsync(id, who, (circle, mine, now) => circle.LetIn(mine, form.Place ?? Guid.Empty, now), stop),
        "fermer" => circles.CloseAsync(id, who, (circle, connection, transaction) => tallies.KeepAsync(connection, transaction, circle, form.Valeur, stop), stop),
        _ => circles.ActAsync(id, who, form.Do, stop),
    };

    /// <summary>Words for everybody by whoever speaks; aside, for the one who is there.</summary>
    Task WriteAsync(Guid id, Sitter who, CircleForm form, CancellationToken stop) => circles.ActAsync(id, who, async (circle, mine, _, connection, transaction) =>
    {
        var said = form.Said(LongestWord) ?? throw new RefusalException("circle.refusal.noWords");
        await WordRows.WriteAsync(connection, transaction, id, new WrittenWord(mine.Id, circle.MayWrite(mine, form.Place, form.Tour), said), form.Key, stop);
        circle.HasNews = true;
    }, stop);

    Task SignAsync(Guid id, Sitter who, CircleForm form, CancellationToken stop) => circles.ActAsync(id, who, async (circle, mine, _, connection, transaction) =>
    {
        circle.RefuseSign(mine, form.Tour);
        circle.HasNews = await WordRows.SignAsync(connection, transaction, circle, new SignMade(mine.Id, form.Geste == "merci" ? SignKind.Thanks : SignKind.Heard), stop);
    }, stop);

    static Seat ByHand(Circle circle, CircleForm form)
    {
        var (id, name) = (Ids.WithoutTime(), Person.Name(form.Texte));
        return new Seat
        {
            Id = id,
            Kind = SeatKind.ByHand,
            Way = form.Valeur == nameof(SeatWay.Phone) ? SeatWay.Phone : SeatWay.Room,
            Name = name,
            QuiltSeed = id.GetHashCode() & 0xff,
            // The same form with another name is another person.
            FormKey = circle.Seats.Exists(s => s.FormKey == form.Key && s.Name != name) ? null : form.Key,
            Place = new Place { Seat = id, Number = circle.NextNumber, IsNewcomer = form.Premiere == "oui", IsSeatedByHand = true },
        };
    }
}
