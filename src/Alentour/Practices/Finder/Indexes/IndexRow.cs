using Alentour.Community.Groups;
using Alentour.Community.Organizations;
using Alentour.Foundation.Places;
using Alentour.Foundation.Texts;
using Alentour.Practices.Finder.Listings;

namespace Alentour.Practices.Finder.Indexes;

/// <summary>One row of the index: the card that is shown, the words and numbers that are searched, and where its dates come from.</summary>
sealed record IndexRow(FinderCard Card, IReadOnlyCollection<string> Words, IReadOnlyList<string> Regions, double? Lat, double? Lon)
{
    public static readonly TimeOnly EveningStarts = new(17, 0);

    const int LinesOfAccess = 2;

    public Guid? EntryId { get; init; }
    public PublicGroup? Group { get; init; }
    public AnnouncedActivity? Activity { get; init; }
    public bool IsOpenToAllQuebec { get; init; }
    public string? Town { get; init; }
    public int Days { get; init; }
    public int Evenings { get; init; }

    /// <summary>Its own words, as written.</summary>
    public IReadOnlyList<string?> Texts { get; init; } = [];

    public int RegionMask => Regions.Aggregate(0, (mask, code) => mask | RegionBit(code));

    /// <summary>Bit of a region code; 0 when there is none.</summary>
    public static int RegionBit(string? code) => int.TryParse(code, out var number) && number is > 0 and < 31 ? 1 << number : 0;

    public static IndexRow Of(PublicGroup shown)
    {
        var group = shown.Group;
        var ways = group.Ways.Aggregate(Ways.None, (all, way) => all | Way(way));
        // Nobody may find a hidden address by asking from several places: such a group stands in the middle of its town; one without a room stands nowhere.
        var centre = group.AddressIsPublic ? null : Quebec.Table.TownsNamed(group.Town).FirstOrDefault(t => t.RegionCode == group.RegionCode);
        var (lat, lon) = group.IsOnlyFromAfar ? (null, null) : group.AddressIsPublic ? (group.Lat, group.Lon) : (centre?.Lat, centre?.Lon);
        var access = AccessWords.Of(group.Access);
        var card = new FinderCard(EntryKind.HouseGroup, group.Slug, InOne(group, group.Name), InOne(group, FirstSentence(group.InMembersWords)),
            new Bilingual(group.PublicPlace, group.PublicPlace), ways, Tongues.Mask(group.Languages), access, (Stewardship)group.Stewardship, group.QuiltSeed)
        {
            AccessSaid = [.. group.Access.Take(LinesOfAccess).Select(group.Say)],
        };
        var weekly = shown.Series.Select(s => new WeeklyHour(s.FirstDay.DayOfWeek, s.StartsAt)).ToList();
        return new IndexRow(card, [], [group.RegionCode], lat, lon)
        {
            Group = shown,
            IsOpenToAllQuebec = (ways & Ways.FromAfar) != 0,
            Town = group.Town,
            Days = DayMask(weekly, false),
            Evenings = DayMask(weekly, true),
        }.WithWords(weekly, true, [group.Name, group.InMembersWords, group.ForWhom, group.WayWords, group.Town, .. group.Themes, .. group.Access]);
    }

    public static IndexRow Of(AnnouncedActivity activity)
    {
        var where = activity.Place is { } place ? new Bilingual(place, place) : null;
        var sentence = activity.Words is { } said ? new Bilingual(said.Fr is null ? null : FirstSentence(said.Fr), said.En is null ? null : FirstSentence(said.En)) : activity.ForWhom;
        var card = new FinderCard(EntryKind.HouseActivity, activity.Slug, activity.Title, sentence, where, Ways.Room, 0, AccessNeeds.None, null, Quilt(activity.Id));
        var held = activity.Dates.Where(d => !d.IsOff).Select(d => new WeeklyHour(d.Day.DayOfWeek, d.StartsAt)).Distinct().ToList();
        return new IndexRow(card, [], [], null, null)
        {
            Activity = activity,
            Days = DayMask(held, false),
            Evenings = DayMask(held, true),
        }.WithWords(held, true, [.. Both(activity.Title, activity.Words, activity.ForWhom), activity.Place]);
    }

    public static IndexRow Of(ListedEntry entry, ListedSource source)
    {
        var sheet = entry.Sheet;
        var weekly = entry.Meetings.Select(m => new WeeklyHour(m.Day, m.StartsAt)).Distinct().ToList();
        var place = string.Join(", ", new[] { sheet.Place, sheet.Town }.OfType<string>());
        var card = new FinderCard(sheet.Kind, entry.Slug, sheet.Name, sheet.Summary, place.Length > 0 ? new Bilingual(place, place) : sheet.Area,
            sheet.Ways, Tongues.Mask(sheet.Languages), sheet.Access, sheet.Stewardship, Quilt(entry.Id))
        {
            From = sheet.Document ?? source.Name,
            IsFromDocument = sheet.Document is not null,
            Web = sheet.Web,
            FoundOn = sheet.Document is null ? source.ReceivedOn : sheet.FoundOn,
            VerifiedOn = sheet.VerifiedOn,
            WrittenOn = sheet.EditedOn,
            Weekly = weekly,
            Zone = entry.Meetings.FirstOrDefault()?.Zone,
        };
        return new IndexRow(card, [], sheet.Regions, sheet.Lat, sheet.Lon)
        {
            EntryId = entry.Id,
            IsOpenToAllQuebec = sheet.IsOpenToAllQuebec,
            Town = sheet.Town,
            Days = DayMask(weekly, false),
            Evenings = DayMask(weekly, true),
        }.WithWords(weekly, sheet.IsFree, [.. Both(sheet.Name, sheet.Summary, sheet.ForWhom, sheet.When, sheet.WhoRuns, sheet.Area), sheet.Place, sheet.Town,
            .. sheet.Themes?.Fr ?? [], .. sheet.Themes?.En ?? [], .. Both([.. entry.Meetings.SelectMany(m => m.Words)])]);
    }

    /// <param name="isFree">Groups of a house always are (domain.md part 4, 4).</param>
    IndexRow WithWords(IReadOnlyList<WeeklyHour> weekly, bool isFree, IReadOnlyList<string?> texts)
    {
        var regions = Regions.Select(Quebec.Table.RegionOf).SelectMany(r => new[] { r?.Name.Fr, r?.Name.En });
        var words = SearchWords.Of([.. texts, .. regions]).ToHashSet(StringComparer.Ordinal);
        words.UnionWith(SpokenWords.Of(weekly, Card.Ways, Card.Tongues, isFree));
        return this with { Words = words, Texts = texts };
    }

    static IEnumerable<string?> Both(params IEnumerable<Bilingual?> texts) => texts.SelectMany(t => new[] { t?.Fr, t?.En });

    static Bilingual InOne(MutualAidGroup group, string words) => group.Spoken == Language.English ? new Bilingual(null, group.Say(words)) : new Bilingual(group.Say(words), null);

    static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..(end + 1)] : text;

    static Ways Way(MeetingWay way) => way switch { MeetingWay.Online => Ways.Online, MeetingWay.Phone => Ways.Phone, _ => Ways.Room };

    static int DayMask(IEnumerable<WeeklyHour> hours, bool eveningsOnly) =>
        hours.Where(h => !eveningsOnly || h.StartsAt >= EveningStarts).Aggregate(0, (mask, h) => mask | 1 << (int)h.Day);

    // From the random end of the id, never from a name.
    static int Quilt(Guid id) => id.ToByteArray()[15] % 96;
}
