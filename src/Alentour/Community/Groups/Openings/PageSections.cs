using Alentour.Foundation.Forms;
using Alentour.Foundation.Places;
using Alentour.Foundation.Store;

namespace Alentour.Community.Groups.Openings;

/// <summary>The name, and what the group is in its members' words (R024).</summary>
sealed class WordsSection : PageSection
{
    public override string Path => "mots";

    public override IReadOnlyList<Asked> Fields { get; } = [new("nom"), new("mots", Rows: 6, HasHelp: true), new("pourqui", Rows: 3), new("themes", Rows: 4, HasHelp: true), new("langue", AskedAs.Choice, Options: ["fr", "en"])];

    public override IEnumerable<string> Missing(MutualAidGroup group) => Lacking(("mots", group.InMembersWords.Length > 0), ("pourqui", group.ForWhom.Length > 0));

    public override string? Read(MutualAidGroup group, string field) => field switch
    {
        "nom" => group.Name,
        "mots" => group.InMembersWords,
        "pourqui" => group.ForWhom,
        "themes" => Lines(group.Themes),
        "langue" => group.Language,
        _ => null,
    };

    public override IReadOnlyList<(string Column, object? Value)> Write(Sheet sheet, MutualAidGroup before)
    {
        if (sheet.Text("nom", 80) is null)
            sheet.Refuse("nom", "page.refusal.name");
        return [("name", sheet.Text("nom", 80)), ("in_members_words", Text(sheet, "mots")), ("for_whom", Text(sheet, "pourqui")), ("themes", Commands.Json(sheet.Lines("themes") ?? [])), ("language", sheet.Has("langue", "en") ? "en" : "fr")];
    }
}

/// <summary>Who runs it (R057), and whether it is for after a recent event (R047, R048).</summary>
sealed class RunSection : PageSection
{
    public override string Path => "animation";

    public override IReadOnlyList<Asked> Fields { get; } =
    [
        new("anime", AskedAs.Choice, Options: Enum.GetNames<GroupStewardship>()), new("decision", HasHelp: true), new("quianime", Rows: 2, HasHelp: true), new("formation", Rows: 2, HasHelp: true),
        new("forme", AskedAs.Several, Options: Enum.GetNames<AidForm>()), new("evenement", AskedAs.Choice, Options: ["non", "oui"], HasHelp: true), new("responsable"), new("supervision"),
    ];

    public override IEnumerable<string> Missing(MutualAidGroup group) => Lacking(("quianime", group.HostedBy.Length > 0), ("forme", group.Forms.Count > 0),
        ("responsable", !group.IsForAfterAnEvent || !string.IsNullOrWhiteSpace(group.Leader)), ("supervision", !group.IsForAfterAnEvent || !string.IsNullOrWhiteSpace(group.Supervisor)));

    public override string? Read(MutualAidGroup group, string field) => field switch
    {
        "anime" => group.Stewardship.ToString(),
        "quianime" => group.HostedBy,
        "formation" => group.Training,
        "evenement" => group.IsForAfterAnEvent ? "oui" : "non",
        "responsable" => group.Leader,
        "supervision" => group.Supervisor,
        _ => Tick(group.Forms, field, "forme"),
    };

    public override IReadOnlyList<(string Column, object? Value)> Write(Sheet sheet, MutualAidGroup before)
    {
        var stewardship = Stewardship(sheet, before);
        if (before.IsShown && stewardship != before.Stewardship && sheet.Text("decision", 300) is null)
            sheet.Refuse("decision", "page.refusal.decision");
        var (isAfter, leader, supervisor) = (sheet.Has("evenement", "oui"), sheet.Text("responsable", 200), sheet.Text("supervision", 200));
        if (isAfter && before.IsShown && leader is null)
            sheet.Refuse("responsable", "group.refusal.leaderAndSupervisor");
        if (isAfter && before.IsShown && supervisor is null)
            sheet.Refuse("supervision", "group.refusal.leaderAndSupervisor");
        return
        [
            ("stewardship", stewardship.ToString()), ("hosted_by", Text(sheet, "quianime", 400)), ("training", Text(sheet, "formation", 400)), ("forms", Commands.Json(Ticks<AidForm>(sheet, "forme"))),
            ("is_for_after_an_event", isAfter ? 1 : 0), ("leader", leader), ("supervisor", supervisor),
        ];
    }

    /// <summary>Who runs it, as written.</summary>
    public static GroupStewardship Stewardship(Sheet sheet, MutualAidGroup before) => Enum.TryParse<GroupStewardship>(sheet["anime"], out var chosen) && Enum.IsDefined(chosen) ? chosen : before.Stewardship;
}

/// <summary>How people meet, in which languages, and how one joins.</summary>
sealed class MeetingSection : PageSection
{
    public override string Path => "rencontre";

    public override IReadOnlyList<Asked> Fields { get; } =
    [
        new("facon", AskedAs.Several, Options: Enum.GetNames<MeetingWay>()), new("faconmots", Rows: 2, HasHelp: true), new("parle", AskedAs.Several, Options: ["fr", "en"]), new("acces", Rows: 4, HasHelp: true),
        new("rejoindre", AskedAs.Choice, Options: Enum.GetNames<JoiningWay>()),
    ];

    public override IEnumerable<string> Missing(MutualAidGroup group) => Lacking(("facon", group.Ways.Count > 0), ("parle", group.Languages.Count > 0));

    public override string? Read(MutualAidGroup group, string field) => field switch
    {
        "faconmots" => group.WayWords,
        "acces" => Lines(group.Access),
        "rejoindre" => group.Joining.ToString(),
        "parle-fr" or "parle-en" => Ticked(group.Languages.Contains(field[^2..])),
        _ => Tick(group.Ways, field, "facon"),
    };

    public override IReadOnlyList<(string Column, object? Value)> Write(Sheet sheet, MutualAidGroup before)
    {
        var ways = Ticks<MeetingWay>(sheet, "facon");
        string[] languages = [.. new[] { "fr", "en" }.Where(l => sheet.Has($"parle-{l}", "oui"))];
        if (before.IsShown && ways.Count == 0)
            sheet.Refuse("facon", "page.refusal.ways");
        return
        [
            ("ways", Commands.Json(ways)), ("way_words", Text(sheet, "faconmots", 400)), ("languages", Commands.Json(languages)), ("access", Commands.Json(sheet.Lines("acces") ?? [])),
            ("joining", (sheet.Has("rejoindre", nameof(JoiningWay.DropIn)) ? JoiningWay.DropIn : JoiningWay.OnRequest).ToString()),
        ];
    }
}

/// <summary>Where the group is, and how much of it the world sees.</summary>
sealed class PlaceSection : PageSection
{
    public override string Path => "lieu";

    public override IReadOnlyList<Asked> Fields { get; } = [new("ville", HasHelp: true), new("region", AskedAs.Region), new("rue", HasHelp: true), new("montrer", AskedAs.Choice, Options: ["ville", "rue"], HasHelp: true)];

    public override IEnumerable<string> Missing(MutualAidGroup group) => Lacking(("ville", group.Town.Length > 0));

    public override string? Read(MutualAidGroup group, string field) => field switch
    {
        "ville" => group.Town,
        "region" => group.RegionCode,
        "rue" => group.Street,
        "montrer" => group.AddressIsPublic ? "rue" : "ville",
        _ => null,
    };

    public override IReadOnlyList<(string Column, object? Value)> Write(Sheet sheet, MutualAidGroup before)
    {
        var name = sheet.Text("ville");
        var named = name is null ? [] : Quebec.Table.TownsNamed(name);
        var town = named.Count == 1 ? named[0] : named.FirstOrDefault(t => t.RegionCode == sheet["region"]);
        if (town is null && name is not null && Quebec.Table.RegionOf(sheet["region"]) is null)
            sheet.Refuse("region", "page.refusal.region");
        if (before.IsShown && name is null)
            sheet.Refuse("ville", "page.refusal.town");
        return
        [
            ("town", town?.Name ?? name ?? ""), ("region_code", town?.RegionCode ?? Quebec.Table.RegionOf(sheet["region"])?.Code ?? ""), ("lat", town?.Lat), ("lon", town?.Lon),
            ("street", sheet.Text("rue")), ("address_is_public", sheet.Has("montrer", "rue") ? 1 : 0),
        ];
    }
}

/// <summary>« Une première fois » (R043).</summary>
sealed class FirstTimeSection : PageSection
{
    public override string Path => "premiere-fois";

    public override IReadOnlyList<Asked> Fields { get; } =
    [
        new("porte", Rows: 3, HasHelp: true), new("entrant", Rows: 2, HasHelp: true), new("accueille", Rows: 2, HasHelp: true), new("duree", Rows: 2), new("jamais", Rows: 5, HasHelp: true), new("partir", Rows: 2), new("apporter", Rows: 2), new("bienvenue", Rows: 2, HasHelp: true),
    ];

    public override IEnumerable<string> Missing(MutualAidGroup group) => Lacking(("porte", group.FirstVisit.Door.Length > 0), ("accueille", group.FirstVisit.Greeter.Length > 0), ("duree", group.FirstVisit.Length.Length > 0), ("jamais", group.FirstVisit.WhatWillNotHappen.Count > 0));

    public override string? Read(MutualAidGroup group, string field) => field switch
    {
        "porte" => group.FirstVisit.Door,
        "entrant" => group.FirstVisit.Smell,
        "accueille" => group.FirstVisit.Greeter,
        "duree" => group.FirstVisit.Length,
        "jamais" => Lines(group.FirstVisit.WhatWillNotHappen),
        "partir" => group.FirstVisit.MayLeave,
        "apporter" => group.FirstVisit.Bring,
        "bienvenue" => group.FirstVisit.WelcomeLine,
        _ => null,
    };

    public override IReadOnlyList<(string Column, object? Value)> Write(Sheet sheet, MutualAidGroup before) =>
        [("first_visit", Commands.Json(new FirstVisitWords(Text(sheet, "porte"), Text(sheet, "entrant"), Text(sheet, "accueille"), Text(sheet, "duree"), sheet.Lines("jamais") ?? [], Text(sheet, "partir"), Text(sheet, "apporter"), Text(sheet, "bienvenue"))))];
}
