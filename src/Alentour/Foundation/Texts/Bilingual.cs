namespace Alentour.Foundation.Texts;

/// <summary>A text written by people of the house or of a resource in one language or both.</summary>
public sealed record Bilingual(string? Fr, string? En)
{
    public static readonly Bilingual Empty = new(null, null);

    /// <summary>The text in the asked language; the other one rather than nothing; "" if there is none.</summary>
    public string In(Language language) =>
        (language == Language.English ? English ?? French : French ?? English) ?? "";

    /// <summary>The language that <see cref="In"/> really answers in, for the lang attribute.</summary>
    public Language Spoken(Language asked) =>
        asked == Language.English ? (En is null && Fr is not null ? Language.French : Language.English)
                                  : (Fr is null && En is not null ? Language.English : Language.French);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Fr) && string.IsNullOrWhiteSpace(En);

    string? French => Fr is null ? null : Typography.French(Fr);

    string? English => En is null ? null : Typography.English(En);
}

/// <summary>A list written in one language or both.</summary>
public sealed record BilingualList(IReadOnlyList<string>? Fr, IReadOnlyList<string>? En)
{
    /// <summary>The list in the asked language; the other one rather than nothing; empty if there is none.</summary>
    public IReadOnlyList<string> In(Language language) =>
        (language == Language.English ? English ?? French : French ?? English) ?? [];

    List<string>? French => Fr?.Select(Typography.French).ToList();

    List<string>? English => En?.Select(Typography.English).ToList();
}
