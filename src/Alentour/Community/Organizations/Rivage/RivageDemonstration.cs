using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Organizations.Rivage;

/// <summary>« Le Rivage », the invented house of the demonstration, from Content/rivage.json.</summary>
sealed class RivageDemonstration : IDemonstration
{
    public Task LayAsync(Db db, DateOnly today, CancellationToken stop)
    {
        var told = Demonstration.Read<Told>("Community.Organizations.Content.rivage.json");
        db.Add(new House
        {
            Id = Ids.New(),
            Name = told.Name,
            Kind = told.Kind,
            Tagline = told.Tagline,
            Town = told.Town,
            RegionCode = told.Region,
            Street = told.Street,
            Lat = told.Lat,
            Lon = told.Lon,
            Phone = told.Phone,
            Zone = told.Zone,
            OpeningHours = told.OpeningHours,
            Exceptions = told.Exceptions,
            Directions = told.Directions,
            Access = told.Access,
            WhoDecides = told.WhoDecides,
            Story = told.Story,
            MemberQuote = told.Quote,
            QuiltSeed = told.QuiltSeed,
            ExitAddress = new Uri("https://meteo.gc.ca/"),
            Languages = told.Languages,
            MemberTerm = told.MemberTerm,
            PrivacyOfficer = told.PrivacyOfficer,
            OpenedOn = today.AddDays(-told.DaysOpen),
        });
        return db.SaveChangesAsync(stop);
    }

    sealed record Told(string Name, OrganizationKind Kind, Bilingual Tagline, string Town, string Region, string Street, double Lat, double Lon, string Phone,
        string Zone, IReadOnlyList<OpeningHours> OpeningHours, Bilingual Exceptions, Bilingual Directions, BilingualList Access, Bilingual WhoDecides,
        Bilingual Story, MemberQuote Quote, int QuiltSeed, WelcomeLanguages Languages, Bilingual MemberTerm, PrivacyOfficer PrivacyOfficer, int DaysOpen);
}
