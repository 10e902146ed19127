namespace Alentour.Community.People;

/// <summary>
/// Somebody with an account: a chosen name and nothing else. Names are not unique and never a way in;
/// the sewn block tells apart two people who bear the same.
/// </summary>
public sealed class Person
{
    public const int LongestName = 60;

    public Guid Id { get; init; }

    public required string ChosenName { get; set; }

    public int QuiltSeed { get; init; }

    /// <summary>"fr" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>A day, not an hour: nobody needs to know when in the night somebody came.</summary>
    public DateOnly JoinedOn { get; init; }
}
