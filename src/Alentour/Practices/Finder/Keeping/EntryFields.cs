using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Places;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;
using Alentour.Practices.Finder.Searches;

namespace Alentour.Practices.Finder.Keeping;

/// <summary>The form of one entry: what stands in its fields, and what an answer makes of its sheet. What the form does not ask stays as it was.</summary>
static class EntryFields
{
    public const string Yes = "oui";

    static readonly (string Word, EntryKind Kind)[] Kinds = [("ressource", EntryKind.Resource), ("groupe", EntryKind.Group), ("droits", EntryKind.Rights)];

    public static IEnumerable<string> KindWords => Kinds.Select(k => k.Word);

    /// <summary>What stands in the fields of this entry.</summary>
    public static Sheet Of(ListedSheet sheet, IReadOnlyList<ListedMeeting> meetings, Language language)
    {
        var fields = new Dictionary<string, string?>
        {
            ["genre"] = Kinds.First(k => k.Kind == sheet.Kind).Word,
            ["telephone"] = sheet.Phone,
            ["site"] = sheet.Web,
            ["lieu"] = sheet.Place,
            ["ville"] = sheet.Town,
            ["gratuit"] = sheet.IsFree ? Yes : null,
            ["partout"] = sheet.IsOpenToAllQuebec ? Yes : null,
            ["animation"] = sheet.Stewardship?.ToString(),
        };
        foreach (var (name, text) in new[] { ("nom", sheet.Name), ("resume", sheet.Summary), ("pourqui", sheet.ForWhom), ("quand", sheet.When), ("secteur", sheet.Area), ("qui", sheet.WhoRuns), ("formation", sheet.Training) })
            (fields[name], fields[name + "-en"]) = (text?.Fr, text?.En);
        (fields["themes"], fields["themes-en"]) = (Joined(sheet.Themes?.Fr), Joined(sheet.Themes?.En));
        foreach (var (day, field) in Week)
            fields[field] = WeeklyHours.Write(meetings, day, language);
        var ticked = sheet.Regions.Select(r => "region-" + r).Concat(sheet.Languages.Select(l => "langue-" + l))
            .Concat(AccessWords.CodesIn(sheet.Access).Select(a => "acces-" + a)).Concat(CardWords.WaysIn(sheet.Ways).Select(w => "facon-" + w));
        foreach (var field in ticked)
            fields[field] = Yes;
        return new Sheet(fields.GetValueOrDefault);
    }

    /// <summary>Monday first, each with its field.</summary>
    public static IReadOnlyList<(DayOfWeek Day, string Field)> Week => [.. FinderFields.Days.Select(d => (d.Day, d.Word))];

    /// <summary>The sheet with these answers. What does not fit is refused on <paramref name="form"/>, and the result is then not to be kept.</summary>
    public static ListedSheet Answer(ListedSheet before, Sheet form, DateOnly today)
    {
        var name = form.Both("nom", 200);
        if (name.IsEmpty)
            form.Refuse("nom", "keeping.refusal.noName");
        var answered = before with
        {
            Kind = Kinds.FirstOrDefault(k => form.Has("genre", k.Word), Kinds[0]).Kind,
            Name = name,
            Summary = Words(form, "resume"),
            ForWhom = Words(form, "pourqui"),
            When = Words(form, "quand"),
            WhoRuns = Words(form, "qui"),
            Training = Words(form, "formation"),
            Phone = Phone(form, before.Phone),
            Web = Web(form),
            IsFree = form.Has("gratuit", Yes),
            Stewardship = Enum.TryParse<Stewardship>(form["animation"], out var who) && Enum.IsDefined(who) ? who : null,
            Ways = FinderFields.Ways.Where(w => form.Has("facon-" + w.Word, Yes)).Aggregate(Ways.None, (all, w) => all | w.Way),
            Languages = [.. Tongues.Codes.Where(t => form.Has("langue-" + t, Yes))],
            Access = AccessWords.Codes.Where(a => form.Has("acces-" + a.Code, Yes)).Aggregate(AccessNeeds.None, (all, a) => all | a.Need),
            Themes = Themes(form),
            EditedOn = today,
            VerifiedOn = form.Has("verifie", Yes) ? today : before.VerifiedOn,
        };
        return Placed(answered, form);
    }

    /// <summary>The weekly meetings of the form; a line that cannot be understood is refused.</summary>
    public static IReadOnlyList<ListedMeeting> Meetings(IReadOnlyList<ListedMeeting> before, Sheet form)
    {
        var meetings = new List<ListedMeeting>();
        foreach (var (day, field) in Week)
        {
            if (WeeklyHours.Understand(day, form.Text(field), before) is { } understood)
                meetings.AddRange(understood);
            else
                form.Refuse(field, "keeping.refusal.hours");
        }
        return [.. meetings.OrderBy(m => m.Day).ThenBy(m => m.StartsAt).ThenBy(m => m.Reference, StringComparer.Ordinal)];
    }

    /// <summary>Where it is: a town of our table gives its region and a place on the map, unless the town did not change.</summary>
    static ListedSheet Placed(ListedSheet sheet, Sheet form)
    {
        var typed = form.Text("ville");
        var regions = Quebec.Table.Regions.Select(r => r.Code).Where(code => form.Has("region-" + code, Yes)).ToList();
        sheet = sheet with { Place = form.Text("lieu", 200), Area = Words(form, "secteur"), IsOpenToAllQuebec = form.Has("partout", Yes) };
        if (typed is not null && sheet.Town is not null && PlaceNames.Fold(typed) == PlaceNames.Fold(sheet.Town) && regions.SequenceEqual(sheet.Regions))
            return sheet;
        var named = typed is null ? [] : Quebec.Table.TownsNamed(typed);
        var town = named.Count == 1 ? named[0] : named.FirstOrDefault(t => regions.Contains(t.RegionCode));
        if (named.Count > 1 && town is null)
            form.Refuse("ville", "keeping.refusal.twoTowns");
        if (town is not null && !regions.Contains(town.RegionCode))
            regions.Add(town.RegionCode);
        return sheet with { Town = town?.Name ?? typed, Regions = [.. regions.Order(StringComparer.Ordinal)], Lat = town?.Lat, Lon = town?.Lon };
    }

    // 211 and 811 on the one hand, ten digits on the other, as the questions of the house ask them: « 418 555 » reaches nobody.
    const int ShortNumber = 3;
    const int WholeNumber = 10;

    /// <param name="known">As its source writes it, which is not refused to whoever edits something else.</param>
    static string? Phone(Sheet form, string? known)
    {
        var phone = form.Text("telephone", 60);
        if (phone is not null && phone != known && DialledNumber.Of(phone) is not { Length: ShortNumber or >= WholeNumber })
            form.Refuse("telephone", "keeping.refusal.phone");
        return phone;
    }

    static string? Web(Sheet form)
    {
        if (form.Text("site", 300) is not { } typed)
            return null;
        var address = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        if (Uri.TryCreate(address, UriKind.Absolute, out var web) && web.Scheme is "http" or "https" && web.Host.Contains('.', StringComparison.Ordinal) && !address.Any(char.IsWhiteSpace))
            return address;
        form.Refuse("site", "keeping.refusal.web");
        return typed;
    }

    static Bilingual? Words(Sheet form, string field) => form.Both(field, Sheet.Long) is { IsEmpty: false } said ? said : null;

    static BilingualList? Themes(Sheet form)
    {
        var (french, english) = (List(form, "themes"), List(form, "themes-en"));
        return french is null && english is null ? null : new BilingualList(french, english);
    }

    static List<string>? List(Sheet form, string field) =>
        form.Text(field, Sheet.Long)?.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } list ? [.. list] : null;

    static string? Joined(IEnumerable<string>? list) => list is null ? null : string.Join(", ", list);
}
