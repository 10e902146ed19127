using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alentour.Tests.Content;

public sealed class OutsideRules
{
    static readonly List<JsonElement> Items = [.. Embedded.Json("Practices.Finder.Content.outside.json").EnumerateArray()];

    [Fact]
    public void No_resource_carries_a_telephone_number() =>
        Assert.All(Items.SelectMany(Embedded.Strings).Where(text => !text.StartsWith("http", StringComparison.Ordinal)),
            text => Assert.DoesNotMatch(@"\d{3}[ .\-]?\d{4}", text));

    [Fact]
    public void Every_resource_names_its_document_and_claims_no_verification() =>
        Assert.All(Items, item =>
        {
            Assert.NotEmpty(item.GetProperty("source").GetProperty("fr").GetString()!);
            Assert.NotEmpty(item.GetProperty("source").GetProperty("en").GetString()!);
            Assert.Equal("2026-11-22", item.GetProperty("foundOn").GetString());
            Assert.Equal(JsonValueKind.Null, item.GetProperty("verifiedOn").ValueKind);
        });

    [Fact]
    public void Slugs_are_unique() =>
        Assert.Equal(Items.Count, Items.Select(item => item.GetProperty("slug").GetString()).Distinct().Count());

    [Fact]
    public void The_rights_bodies_are_there() =>
        Assert.Equal(["agidd-smq", "caap", "commissaire-aux-plaintes", "porter-plainte", "protecteur-du-citoyen"],
            Items.Where(item => item.GetProperty("kind").GetString() == "rights").Select(item => item.GetProperty("slug").GetString()!).Order(StringComparer.Ordinal));

    [Fact]
    public void No_diagnosis_is_named() =>
        Assert.All(Items.SelectMany(Embedded.Strings).Where(text => !text.StartsWith("http", StringComparison.Ordinal)),
            text => Assert.DoesNotMatch(new Regex("anxi|dépress|depress|bipol|schizo|trouble|disorder", RegexOptions.IgnoreCase), text));
}
