namespace Alentour.Practices.House.Guarantees;

/// <summary>A promise that no screen, no setting and no role can switch off.</summary>
/// <param name="Key">Its sentences stand under "guarantee.{Key}".</param>
/// <param name="Number">Its row in docs/guarantees.md.</param>
/// <param name="HeldBy">The test that holds it, in tests/Alentour.Tests; null while none does yet.</param>
public sealed record Guarantee(string Key, int Number, string? HeldBy)
{
    /// <summary>In the order in which people ask.</summary>
    public static readonly IReadOnlyList<Guarantee> All =
    [
        new("spaces", 1, "Guarantees/StaffReadNothingOfMembers.cs"),
        new("free", 4, "Guarantees/NothingIsSold.cs"),
        new("points", 2, "Guarantees/NothingMeasuresPeople.cs"),
        new("data", 21, "Guarantees/AnExportHoldsAllAndOnlyOnesOwn.cs"),
        new("erased", 19, "Guarantees/WhatHasADateVanishes.cs"),
        new("pass", 7, "Guarantees/Circles/PassingLeavesNoTrace.cs"),
        new("circle", 1, "Guarantees/Circles/NobodyWatchesACircleUnseen.cs"),
        new("help", 8, "Guarantees/CrisisHelpAlwaysAnswers.cs"),
        new("nobodyElse", 9, "Guarantees/NobodyElseIsAsked.cs"),
        new("script", 20, "Guarantees/EverythingWorksWithoutScript.cs"),
        new("checked", 15, "Guarantees/EntriesSayWhenTheyWereChecked.cs"),
        new("afterAnEvent", 14, "Guarantees/NobodyLeadsAloneAfterAnEvent.cs"),
        new("switched", 18, "Guarantees/GuaranteesStayOn.cs"),
    ];
}
