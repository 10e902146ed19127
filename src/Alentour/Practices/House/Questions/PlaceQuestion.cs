using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Places;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>Where the house is: street, town and telephone. A town of our table of Quebec gives its region and a place on the map.</summary>
sealed class PlaceQuestion : Question
{
    public override JournalTopic Topic => JournalTopic.Place;

    public override string Path => "adresse";

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language) =>
        new Dictionary<string, string?> { ["rue"] = house?.Street, ["ville"] = house?.Town, ["region"] = house?.RegionCode, ["telephone"] = house?.Phone };

    public override TheHouse Answer(TheHouse house, Sheet sheet)
    {
        var (name, phone) = (sheet.Text("ville"), sheet.Text("telephone", 40));
        if (phone is not null && phone.Count(char.IsAsciiDigit) < 10)
            sheet.Refuse("telephone", "question.refusal.phone");
        var named = name is null ? [] : Quebec.Table.TownsNamed(name);
        var town = named.Count == 1 ? named[0] : named.FirstOrDefault(t => t.RegionCode == sheet["region"]);
        if (named.Count > 1 && town is null)
            sheet.Refuse("region", "question.refusal.twoTowns");
        var region = town?.RegionCode ?? Quebec.Table.RegionOf(sheet["region"])?.Code;
        return house with { Street = sheet.Text("rue"), Town = town?.Name ?? name, RegionCode = region, Lat = town?.Lat, Lon = town?.Lon, Phone = phone };
    }

    protected override string Say(TheHouse house, Words words) => string.Join(", ", new[] { house.Place, house.Phone }.OfType<string>());
}
