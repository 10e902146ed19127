using Alentour.Foundation.Texts;

namespace Alentour.Community.People;

/// <summary>
/// Somebody with an account: a chosen name and nothing else. Names are not unique and never a way in;
/// the sewn block tells apart two people who bear the same.
/// </summary>
public sealed class Person
{
    public const int LongestName = 60;

    static readonly HashSet<string> OfRoles = ["coordination", "coordinator", "coordonnatrice", "coordonnateur", "equipe", "staff", "team"];

    public Guid Id { get; init; }

    public required string ChosenName { get; init; }

    public int QuiltSeed { get; init; }

    /// <summary>"fr" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>A day, not an hour: nobody needs to know when in the night somebody came.</summary>
    public DateOnly JoinedOn { get; init; }

    /// <summary>A certification the person states as a fact (R081); it changes no right.</summary>
    public string? Certification { get; init; }

    /// <summary>The name as it is kept: spaces at the ends and in a row do not count.</summary>
    /// <exception cref="RefusalException">Nothing is left, it is longer than <see cref="LongestName"/>, or it holds signs that do not show.</exception>
    public static string Name(string? typed)
    {
        var name = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length == 0)
            throw new RefusalException("person.refusal.noName");
        if (name.Length > LongestName)
            throw new RefusalException("person.refusal.longName");
        // A name that turns the line round, or shows nothing, could pass for another's.
        if (VisibleText.HidesSigns(name))
            throw new RefusalException("person.refusal.hiddenSigns");
        // « Line (coordination) » would speak for the house; roles are shown by the house itself.
        var plain = PlainLetters.Of(name);
        if (plain.Split([.. plain.Where(c => !char.IsLetter(c)).Distinct()]).Any(OfRoles.Contains))
            throw new RefusalException("person.refusal.roleWord");
        return name;
    }
}
