using System.Text;
using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Questions;

/// <summary>When the door is open: one line a day, as people write it, and the exceptions in words.</summary>
sealed class HoursQuestion : Question
{
    /// <summary>Monday first, each with its field.</summary>
    public static readonly IReadOnlyList<(DayOfWeek Day, string Field)> Week =
        [.. new[] { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" }.Select((name, i) => ((DayOfWeek)((i + 1) % 7), name))];

    public override JournalTopic Topic => JournalTopic.Hours;

    public override string Path => "heures";

    public override IReadOnlyDictionary<string, string?> Fields(TheHouse? house, Language language)
    {
        var fields = Both("exceptions", house?.Exceptions);
        foreach (var (day, field) in Week)
            fields[field] = HoursText.Write(house?.OpeningHours ?? [], day, language);
        return fields;
    }

    public override TheHouse Answer(TheHouse house, Sheet sheet)
    {
        var week = new List<OpeningHours>();
        foreach (var (day, field) in Week)
        {
            if (HoursText.Understand(day, sheet.Text(field)) is { } stretches)
                week.AddRange(stretches);
            else
                sheet.Refuse(field, "question.refusal.hours");
        }
        return house with { OpeningHours = week, Exceptions = sheet.Both("exceptions", Sheet.Long) };
    }

    protected override string Say(TheHouse house, Words words)
    {
        var said = new StringBuilder();
        foreach (var (day, _) in Week)
            if (HoursText.Write(house.OpeningHours, day, words.Language) is { Length: > 0 } hours)
                said.Append(said.Length > 0 ? "; " : "").Append(DateWords.Weekday(day, words.Language)).Append(' ').Append(hours);
        // "p.m." ends a sentence by itself.
        return string.Join(". ", new[] { said.ToString(), words.Of(house.Exceptions) }.Where(s => s.Length > 0)).Replace("m..", "m.", StringComparison.Ordinal);
    }
}
