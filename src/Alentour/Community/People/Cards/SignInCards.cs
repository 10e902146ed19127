using System.Data.Common;
using System.Globalization;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.People.Cards;

/// <summary>A card that was just drawn: its words are shown once and kept nowhere; <see cref="Lookup"/> is what the database keeps.</summary>
public sealed record DrawnCard(IReadOnlyList<string> Words, string Lookup);

/// <summary>Cards of six words, a way in for anybody who has neither e-mail nor phone.</summary>
public sealed class SignInCards(CardKey key, Tries tries, HouseClock clock)
{
    /// <summary>Draws a card, before the transaction that will keep it: sealing its words takes a quarter of a second.</summary>
    /// <exception cref="RefusalException">Too many cards are being drawn.</exception>
    public Task<DrawnCard> DrawAsync(CancellationToken stop) => tries.Drawing.RunAsync(() =>
    {
        var words = CardWords.Draw();
        return new DrawnCard(words, key.Seal(words));
    }, null, stop);

    /// <summary>Makes it a way in for this person; an older card of theirs stops working when <paramref name="replacesOlder"/>.</summary>
    public async Task KeepAsync(DbConnection connection, DbTransaction transaction, Guid person, DrawnCard card, bool replacesOlder, CancellationToken stop)
    {
        if (replacesOlder)
            await connection.Command("DELETE FROM way_in WHERE person_id = @person AND kind = 'Card'", transaction, ("person", person.ToString())).RunAsync(stop);
        await connection.Command("INSERT INTO way_in (id, person_id, kind, lookup, made_on) VALUES (@id, @person, 'Card', @lookup, @day)", transaction,
            ("id", Ids.New().ToString()), ("person", person.ToString()), ("lookup", card.Lookup), ("day", clock.Now.Day.ToString("O", CultureInfo.InvariantCulture))).RunAsync(stop);
    }

    /// <summary>What the database would keep of these words.</summary>
    /// <param name="words">As <see cref="CardWords.Understand"/> gave them.</param>
    /// <param name="address">Where they were typed.</param>
    /// <exception cref="RefusalException">Too many wait at the door.</exception>
    public Task<string> SealAsync(IReadOnlyList<string> words, string address, CancellationToken stop) => tries.Entering.RunAsync(() => key.Seal(words), address, stop);

    /// <summary>What the first words of a way back are known by, to whoever confirms it: they say that both mean this slip of paper.</summary>
    public string SealOpening(Guid wayBack, IEnumerable<string> words) => key.SealSlip(["way back", wayBack.ToString(), .. words]);

    /// <summary>Whose card this is, in the transaction of their entering, or null.</summary>
    public static async Task<Guid?> WhoseAsync(DbConnection connection, DbTransaction transaction, string lookup, CancellationToken stop)
    {
        var found = await connection.Command("SELECT person_id FROM way_in WHERE lookup = @lookup AND kind = 'Card'", transaction, ("lookup", lookup))
            .ListAsync(row => Guid.Parse(row.GetString(0)), stop);
        return found.Count == 1 ? found[0] : null;
    }
}
