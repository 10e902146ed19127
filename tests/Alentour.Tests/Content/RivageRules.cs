using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alentour.Tests.Content;

public sealed class RivageRules
{
    static readonly List<JsonElement> Groups = [.. Embedded.Json("Community.Groups.Content.rivage-groups.json").EnumerateArray()];
    static readonly JsonElement House = Embedded.Json("Community.Organizations.Content.rivage.json");

    [Fact]
    public void The_three_forms_of_mutual_aid_are_equal_in_number()
    {
        var forms = Groups.SelectMany(group => group.GetProperty("forms").EnumerateArray()).CountBy(form => form.GetString()!).ToDictionary();
        Assert.Equal(["collective", "personal", "rights"], forms.Keys.Order(StringComparer.Ordinal));
        Assert.Single(forms.Values.Distinct());
    }

    [Fact]
    public void Invented_numbers_are_local_555_01xx() =>
        Assert.All(Everything().SelectMany(text => Regex.Matches(text, @"\d{3}[ \-]\d{4}")), number => Assert.StartsWith("555-01", number.Value, StringComparison.Ordinal));

    [Fact]
    public void Words_stay_kind_and_calm() =>
        Assert.All(Everything(), text => Assert.DoesNotMatch(new Regex(@"[!·]|usag(er|ère)|clientèle|prise en charge|\bpatient|\btroubles?\b|bénéficiaire", RegexOptions.IgnoreCase), text));

    [Fact]
    public void One_group_alone_follows_an_event_and_it_names_who_leads_and_who_supervises()
    {
        var after = Assert.Single(Groups, group => group.GetProperty("aftermath").ValueKind != JsonValueKind.Null).GetProperty("aftermath");
        Assert.NotEmpty(after.GetProperty("leader").GetString()!);
        Assert.NotEmpty(after.GetProperty("supervisor").GetString()!);
    }

    [Fact]
    public void What_is_said_in_a_group_stays_there_unless_a_life_is_in_danger() =>
        Assert.All(Groups, group => Assert.Matches("une vie est en danger|a life is in danger", group.GetProperty("agreements").GetProperty("articles")[0].GetString()!));

    [Fact]
    public void A_group_that_hides_its_street_does_not_stand_at_its_door_on_the_map()
    {
        var hidden = Assert.Single(Groups, group => !group.GetProperty("addressPublic").GetBoolean());
        Assert.DoesNotContain(hidden.GetProperty("street").GetString()!, Embedded.Strings(hidden.GetProperty("firstVisit")).Append(hidden.GetProperty("howWords").GetString()!));
        Assert.Equal((48.449, -68.524), (hidden.GetProperty("lat").GetDouble(), hidden.GetProperty("lon").GetDouble()));
    }

    static IEnumerable<string> Everything() => Groups.SelectMany(Embedded.Strings).Concat(Embedded.Strings(House));
}
