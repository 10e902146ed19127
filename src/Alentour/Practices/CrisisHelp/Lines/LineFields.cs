using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>The form of one line: what stands in its fields, and what an answer makes of it. No number is taken that a telephone could not dial.</summary>
public sealed class LineFields(TextCatalogue catalogue, Words words)
{
    public const string Yes = "oui";
    public const string No = "non";
    public const string NotKnown = "inconnu";
    public const string AsItIs = "tel-quel";
    public const string Always = "toujours";
    public const string Weekly = "semaine";

    const int Longest = 300;

    public Sheet Of(CrisisLine? line)
    {
        var alert = line?.MayAlertWithoutConsent;
        var fields = new Dictionary<string, string?>
        {
            ["numero"] = line?.Call?.Shown,
            ["texto"] = line?.Text?.Shown,
            ["clavardage"] = line?.Chat?.ToString(),
            ["heures"] = line?.Opening.Kind switch { OpeningKind.Always => Always, OpeningKind.Weekly => Weekly, _ => NotKnown },
            ["police"] = alert is null ? NotKnown : alert.May switch { true => Yes, false => No, null => AsItIs },
            ["police-mots"] = Words(alert, Language.French),
            ["police-mots-en"] = Words(alert, Language.English),
        };
        foreach (var (name, text) in new[] { ("nom", line?.Name), ("quoi", line?.For), ("qui", line?.AnsweredBy), ("cout", line?.Cost), ("langues", line?.Languages), ("ou", line?.Area) })
            (fields[name], fields[name + "-en"]) = (text?.Fr, text?.En);
        foreach (var (day, field) in LineHours.Week)
            fields[field] = line is null ? null : LineHours.Write(line.Opening, day, words.Language);
        return new Sheet(fields.GetValueOrDefault);
    }

    /// <summary>The line with these answers. What does not fit is refused on <paramref name="form"/>, and the result is then not to be kept.</summary>
    /// <param name="before">Null for a line that is added.</param>
    /// <param name="asker">Who asked the line, as /aide names it: the house.</param>
    public CrisisLine Answer(CrisisLine? before, Sheet form, DateOnly today, string asker)
    {
        var name = form.Both("nom", Sheet.Line);
        if (name.IsEmpty)
            form.Refuse("nom", "lines.refusal.noName");
        var line = new CrisisLine
        {
            Order = before?.Order ?? 0,
            Name = name,
            Call = Number(form, "numero", before?.Call),
            Text = Number(form, "texto", before?.Text),
            Chat = Chat(form),
            For = Said(form, "quoi"),
            AnsweredBy = Said(form, "qui"),
            Cost = Said(form, "cout"),
            Languages = Said(form, "langues"),
            Area = Said(form, "ou"),
            Opening = Opening(form),
            MayAlertWithoutConsent = Alert(before?.MayAlertWithoutConsent, form, today, asker),
        };
        if (line.Call is null && line.Text is null && line.Chat is null)
            form.Refuse("numero", "lines.refusal.noWay");
        return line with { ConfirmedOn = form.Has("verifie", Yes) ? today : before is not null && SaysTheSame(before, line) ? before.ConfirmedOn : null };
    }

    /// <summary>What was confirmed is the number and the hours: when they change, nobody has confirmed the new ones.</summary>
    static bool SaysTheSame(CrisisLine a, CrisisLine b) =>
        (a.Call, a.Text, a.Chat, a.Opening.Kind) == (b.Call, b.Text, b.Chat, b.Opening.Kind) && a.Opening.Week.OrderBy(s => s.Day).ThenBy(s => s.From).SequenceEqual(b.Opening.Week.OrderBy(s => s.Day).ThenBy(s => s.From));

    static PhoneNumber? Number(Sheet form, string field, PhoneNumber? before)
    {
        if (form.Text(field, 60) is not { } typed)
            return null;
        if (typed == before?.Shown)
            return before;
        var dialled = string.Concat(typed.TakeWhile(c => c is not (',' or ';')).Where(char.IsAsciiDigit));
        var isWhole = dialled.Length is 10 or 11 || dialled.Length is >= 3 and <= 6 && !typed.TakeWhile(c => c is not (',' or ';')).Any(char.IsLetter);
        if (!isWhole)
            form.Refuse(field, "lines.refusal.number");
        return new PhoneNumber(dialled, typed);
    }

    static Uri? Chat(Sheet form)
    {
        if (form.Text("clavardage", Longest) is not { } typed)
            return null;
        if (Uri.TryCreate(typed, UriKind.Absolute, out var chat) && chat.Scheme == Uri.UriSchemeHttps && !typed.Contains('@', StringComparison.Ordinal))
            return chat;
        form.Refuse("clavardage", "lines.refusal.chat");
        return null;
    }

    static OpeningHours Opening(Sheet form)
    {
        if (!form.Has("heures", Weekly))
            return form.Has("heures", Always) ? OpeningHours.Always : OpeningHours.Unknown;
        var week = new List<OpenStretch>();
        foreach (var (day, field) in LineHours.Week)
        {
            if (LineHours.Understand(day, form.Text(field)) is { } stretches)
                week.AddRange(stretches);
            else
                form.Refuse(field, "lines.refusal.hours");
        }
        if (week.Count == 0)
            form.Refuse("lundi", "lines.refusal.noHours");
        return OpeningHours.Weekly(week);
    }

    /// <summary>Yes or no is what the line itself answered to the house today; its own words follow.</summary>
    AlertStatement? Alert(AlertStatement? before, Sheet form, DateOnly today, string asker)
    {
        var (french, english) = (form.Text("police-mots", Longest), form.Text("police-mots-en", Longest));
        if (form.Has("police", AsItIs))
            return before;
        if (!form.Has("police", Yes) && !form.Has("police", No))
            return null;
        var may = form.Has("police", Yes);
        var says = new Bilingual($"{Begin(may, Language.French)} {french ?? english}".Trim(), $"{Begin(may, Language.English)} {english ?? french}".Trim());
        return before is not null && before.May == may && before.Says == says ? before : new AlertStatement(says, asker, today, today, may);
    }

    string Begin(bool may, Language language) => catalogue.Get(language, may ? "lines.alert.yes" : "lines.alert.no");

    string? Words(AlertStatement? alert, Language language)
    {
        if (alert?.May is not { } may)
            return null;
        var (says, other) = language == Language.French ? (alert.Says.Fr, alert.Says.En) : (alert.Says.En, alert.Says.Fr);
        var rest = says?.Replace(Begin(may, language), "", StringComparison.Ordinal).Trim();
        return language == Language.English && other?.EndsWith(rest ?? "", StringComparison.Ordinal) == true || rest is { Length: 0 } ? null : rest;
    }

    static Bilingual? Said(Sheet form, string field) => form.Both(field, Longest) is { IsEmpty: false } said ? said : null;
}
