using Alentour.Practices.Finder.Listings;
using Alentour.Practices.Finder.Searches;

namespace Alentour.Tests.Practices.Finder;

public sealed class FinderQueryRules
{
    [Fact]
    public void An_address_says_a_whole_search_and_reads_back_the_same()
    {
        var query = Read("q=l'entraide&quoi=groupes&lieu=Saint-Jérôme&region=15&rayon=50&comment=salle&comment=mixte&jour=jeudi&soir=1&langue=fr&acces=sans-marche&acces=signes&page=3");
        Assert.Empty(query.Aside);
        Assert.Equal((Wanted.Groups, "Saint-Jérôme", "15", 50, Ways.Room, true), (query.Wanted, query.Place, query.Region, query.Radius, query.Ways, query.IsMixed));
        Assert.Equal((DayOfWeek.Thursday, true, "fr", AccessNeeds.NoSteps | AccessNeeds.SignLanguage, 3), (query.Day, query.IsEvening, query.Tongue, query.Access, query.Page));
        var again = Read(query.Address("", 3).TrimStart('?'));
        Assert.Equal(query.Address("", 3), again.Address("", 3));
        Assert.Equal(query.Words, again.Words);
    }

    [Theory]
    [InlineData("quoi=licornes", "quoi", "licornes")]
    [InlineData("jour=blursday", "jour", "blursday")]
    [InlineData("region=99", "region", "99")]
    [InlineData("comment=pigeon", "comment", "pigeon")]
    [InlineData("acces=tapis-rouge", "acces", "tapis-rouge")]
    [InlineData("langue=klingon", "langue", "klingon")]
    [InlineData("soir=2", "soir", "2")]
    [InlineData("rayon=0", "rayon", "0")]
    [InlineData("rayon=1e309", "rayon", "1e309")]
    [InlineData("page=-1", "page", "-1")]
    [InlineData("page=99999999999", "page", "99999999999")]
    [InlineData("lat=NaN&lon=-73", "lat", "NaN")]
    [InlineData("lat=1e309&lon=-73", "lat", "1e309")]
    [InlineData("lat=45.5", "lat", "45.5")]
    public void A_value_without_sense_is_left_aside_and_said(string address, string field, string value)
    {
        var query = Read(address);
        Assert.Contains(new LeftAside(field, value), query.Aside);
        Assert.True(query.IsBlank);
    }

    [Fact]
    public void A_place_of_the_device_is_kept_to_two_decimals() =>
        Assert.Equal((45.51, -73.57), Read("lat=45.5088&lon=-73.5741").Here);

    [Theory]
    [InlineData("jour=Ce%20soir")]
    [InlineData("jour=ce-soir")]
    public void Tonight_is_a_day(string address) => Assert.True(Read(address).IsTonight);

    [Fact]
    public void Accents_and_capitals_change_nothing() =>
        Assert.Equal((Ways.Phone, (DayOfWeek?)DayOfWeek.Monday), (Read("comment=Téléphone&jour=LUNDI").Ways, Read("comment=Téléphone&jour=LUNDI").Day));

    [Fact]
    public void An_endless_word_is_cut()
    {
        var query = Read("q=" + new string('a', 9000) + "&lieu=" + new string('b', 9000) + "&jour=" + new string('c', 9000));
        Assert.True(query.Typed.Length <= 200 && query.Place.Length <= 80 && query.Aside.Single().Value.Length <= 40);
    }

    static FinderQuery Read(string address)
    {
        var values = address.Split('&').Select(p => p.Split('=', 2)).ToLookup(p => p[0], p => (string?)Uri.UnescapeDataString(p[1]));
        return FinderQuery.Read(name => [.. values[name]]);
    }
}
