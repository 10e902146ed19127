using System.Globalization;

namespace Alentour.Practices.House.Privacy;

/// <summary>
/// What the register says of one incident: the eight fields that the regulation asks (Act 25; Règlement sur les incidents de confidentialité,
/// section 7). It names no person.
/// </summary>
/// <param name="Concerned">1. The information concerned.</param>
/// <param name="Circumstances">2. What happened.</param>
/// <param name="Happened">3. The day or the period, in words.</param>
/// <param name="KnownOn">4. The day on which the house knew.</param>
/// <param name="People">5. How many people, or about how many.</param>
/// <param name="Injury">6. Why a serious injury is thought possible, or not (« risque de préjudice sérieux » in the law).</param>
/// <param name="Notices">7. When whom was told.</param>
/// <param name="Measures">8. What was done so that it does less harm, and does not happen again.</param>
public sealed record IncidentWords(string Concerned, string Circumstances, string? Happened, DateOnly KnownOn, string? People, string? Injury, string? Notices, string? Measures)
{
    public const int Longest = 2000;

    /// <summary>As long as the law asks, from the day the house knew; then it is erased.</summary>
    public const int YearsKept = 5;

    public static IReadOnlyList<string> Fields { get; } = ["donnees", "circonstances", "periode", "connu", "personnes", "risque", "avis", "mesures"];

    /// <summary>What a field is filled with.</summary>
    public string? this[string field] => field switch
    {
        "donnees" => Concerned,
        "circonstances" => Circumstances,
        "periode" => Happened,
        "connu" => KnownOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "personnes" => People,
        "risque" => Injury,
        "avis" => Notices,
        _ => Measures,
    };

    /// <summary>Reads a form. What is not known yet may be written later, save what it is about and since when it is known.</summary>
    /// <exception cref="IncidentRefusedException">Something is missing, too long, or has not happened yet; it says in which field.</exception>
    public static IncidentWords Read(Func<string, string?> typed, DateOnly today)
    {
        string? Text(string field) => typed(field)?.Trim() is not { Length: > 0 } text ? null
            : text.Length <= Longest ? text : throw new IncidentRefusedException(field, "incident.refusal.long");
        string Needed(string field) => Text(field) ?? throw new IncidentRefusedException(field, "incident.refusal.missing");
        var (concerned, circumstances) = (Needed("donnees"), Needed("circonstances"));
        if (!DateOnly.TryParseExact(typed("connu"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) || known > today || known < today.AddYears(-YearsKept))
            throw new IncidentRefusedException("connu", "incident.refusal.day");
        return new IncidentWords(concerned, circumstances, Text("periode"), known, Text("personnes"), Text("risque"), Text("avis"), Text("mesures"));
    }
}

/// <summary>An entry of the register, with how often it was corrected.</summary>
public sealed record Incident(Guid Id, IncidentWords Words, DateOnly WrittenOn, int Version, IReadOnlyList<EarlierWords> Earlier);

/// <summary>What an entry said until it was corrected, always by the coordination: a day, not a person.</summary>
public sealed record EarlierWords(DateOnly Until, IncidentWords Words);

/// <summary>A field that does not fit, with the sentence that says why.</summary>
public sealed class IncidentRefusedException(string inField, string textKey) : Exception($"Refused: {textKey}")
{
    public string Field => inField;

    public string TextKey => textKey;
}
