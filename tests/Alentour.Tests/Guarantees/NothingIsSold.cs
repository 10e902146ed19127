using Alentour.Tests.Cast;
using Alentour.Tests.Shape.Reading;

namespace Alentour.Tests.Guarantees;

/// <summary>Guarantee 4: it is free. There is no place in this house to write a price, a payment or a debt.</summary>
public sealed class NothingIsSold(StandingHouses houses)
{
    static readonly string[] Money = ["price", "prices", "amount", "fee", "fees", "payment", "payments", "invoice", "paid", "currency", "debt", "credit", "subscription", "tariff", "donation"];

    [Fact]
    public async Task No_table_and_no_column_holds_money()
    {
        var house = await houses.LiveAsync();
        await using var connection = await house.Database.OpenAsync();
        var columns = await house.Database.Dialect.ColumnsAsync(connection, default);
        Assert.Contains(columns, c => c is ("house", "name"));
        Findings.None(from c in columns from word in Identifiers.Parts(c.Table).Concat(Identifiers.Parts(c.Column)) where IsMoney(word) select $"{c.Table}.{c.Column} holds money.");
    }

    [Fact]
    public async Task No_form_asks_for_money()
    {
        string[] asked = ["prix", "montant", "paiement", "carte-de-credit", "cc-number"];
        var pages = await houses.PagesAsync();
        Assert.Contains(pages, p => p.Body.Contains("<form", StringComparison.Ordinal));
        Findings.None(from page in pages
                      from word in asked
                      where page.Body.Contains($"name=\"{word}\"", StringComparison.Ordinal) || page.Body.Contains($"autocomplete=\"{word}\"", StringComparison.Ordinal)
                      select $"{page.Address} asks for {word}.");
    }

    [Theory]
    [InlineData("price", true)]
    [InlineData("Fees", true)]
    [InlineData("name", false)]
    public void Money_is_known_by_its_words(string word, bool isMoney) => Assert.Equal(isMoney, IsMoney(word));

    static bool IsMoney(string word) => Money.Contains(word.ToLowerInvariant());
}
