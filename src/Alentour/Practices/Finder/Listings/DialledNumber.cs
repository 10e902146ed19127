namespace Alentour.Practices.Finder.Listings;

/// <summary>The digits that a telephone dials, out of a number as people write it: "1 800 555-0199, poste 3" dials 18005550199.</summary>
public static class DialledNumber
{
    /// <summary>Null when what is written does not begin with 3 to 15 digits.</summary>
    public static string? Of(string? written)
    {
        var number = (written ?? "").TakeWhile(c => char.IsAsciiDigit(c) || c is ' ' or '\u00A0' or '-' or '‑' or '.' or '(' or ')' or '+');
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length is >= 3 and <= 15 ? digits : null;
    }
}
