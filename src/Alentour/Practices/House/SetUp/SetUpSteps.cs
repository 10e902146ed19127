using Alentour.Practices.House.Questions;

namespace Alentour.Practices.House.SetUp;

/// <summary>The order of the set-up: the questions of the house, the crisis lines to look at, the coordinator's own account, and the last look.</summary>
public sealed class SetUpSteps(HouseQuestions questions)
{
    public const string Lines = "lignes";
    public const string Account = "compte";
    public const string Last = "fin";

    const string AfterWhichLines = "chemin";

    public IReadOnlyList<string> All { get; } =
        [.. questions.All.Where(q => q.IsForSetUp).SelectMany(q => q.Path == AfterWhichLines ? new[] { q.Path, Lines } : [q.Path]), Account, Last];

    /// <summary>Where a set-up goes on: the first step that is neither answered nor passed.</summary>
    public string FirstOpen(IReadOnlyDictionary<string, bool> behind) => All.First(s => s == Last || !behind.ContainsKey(s));

    public string After(string step) => All[Math.Min(All.Count - 1, IndexOf(step) + 1)];

    /// <summary>Null at the first.</summary>
    public string? Before(string step) => IndexOf(step) is > 0 and var at ? All[at - 1] : null;

    /// <summary>How many questions come after this one; the last look is none.</summary>
    public int Left(string step) => Math.Max(0, All.Count - 2 - IndexOf(step));

    int IndexOf(string step) => All.ToList().IndexOf(step);
}
