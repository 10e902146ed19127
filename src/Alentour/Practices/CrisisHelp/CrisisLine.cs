using Alentour.Foundation.Texts;

namespace Alentour.Practices.CrisisHelp;

/// <summary>A number as the telephone dials it, and as people read it: "18662773553", "1 866 APPELLE (277-3553)".</summary>
public sealed record PhoneNumber(string Dial, string Shown)
{
    /// <summary>As shown, able to go to the next line only before a parenthesis or after a comma.</summary>
    public string Unbroken => Shown.Replace(' ', '\u00A0').Replace("\u00A0(", " (", StringComparison.Ordinal).Replace(",\u00A0", ", ", StringComparison.Ordinal).Replace('-', '\u2011');
}

/// <summary>
/// Whether a line may send police or an ambulance without the person's agreement: what somebody says of it, where and when.
/// People who have known coercion need this before they call (domain.md 2.16).
/// </summary>
/// <param name="ConfirmedOn">The day somebody asked the line itself; null as long as nobody has.</param>
/// <param name="May">What the line answered, in one word; null where only words say it.</param>
public sealed record AlertStatement(Bilingual Says, string Source, DateOnly StatedOn, DateOnly? ConfirmedOn, bool? May = null);

/// <summary>
/// A line somebody may call or write to. What no source says is null, and the page says that it is not known:
/// a wrong fact here costs more than a missing one.
/// </summary>
public sealed record CrisisLine
{
    /// <summary>After this many months a confirmation has to be renewed (twice a year, domain.md 2.16).</summary>
    const int MonthsOfTrust = 6;

    /// <summary>Its place among lines that answer at the same hour.</summary>
    public required int Order { get; init; }

    public required Bilingual Name { get; init; }

    public PhoneNumber? Call { get; init; }

    public PhoneNumber? Text { get; init; }

    /// <summary>The https address of its chat.</summary>
    public Uri? Chat { get; init; }

    /// <summary>What one calls it for, in a few words.</summary>
    public Bilingual? For { get; init; }

    public Bilingual? AnsweredBy { get; init; }

    public Bilingual? Cost { get; init; }

    public Bilingual? Languages { get; init; }

    public Bilingual? Area { get; init; }

    public OpeningHours Opening { get; init; } = OpeningHours.Unknown;

    public AlertStatement? MayAlertWithoutConsent { get; init; }

    /// <summary>The day the house itself checked this line; null as long as nobody has.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Whether nobody checked it, or too long ago.</summary>
    public bool IsToBeChecked(DateOnly today) => ConfirmedOn is not { } day || day < today.AddMonths(-MonthsOfTrust);
}
