using System.Globalization;
using Alentour.Community.Rounds;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.Circles.Opening;

/// <summary>How a group holds its circles, as a form brings it: each step has its rank and, if the group wishes, its own name.</summary>
static class WaysForm
{
    const int LongestName = 60;
    const int LongestQuestion = 200;

    /// <exception cref="RefusalException">A step bears a name that is too long.</exception>
    public static CircleWays Read(IFormCollection form)
    {
        var steps = Enum.GetValues<StepKind>().Select(kind => (Rank: Number(form[$"rang-{kind}"], (int)kind + 1), Step: new CircleStep(kind, Name(form[$"nom-{kind}"]))));
        return new CircleWays(
            [.. steps.OrderBy(s => s.Rank).ThenBy(s => s.Step.Kind).Select(s => s.Step)],
            Choice(form["ordre"], TurnOrder.BySeat), Choice(form["seuil"], Threshold.Anyone), form["compte"] == "oui", Number(form["vu"], 0));
    }

    public static string? Said(string? question) => Name(question, LongestQuestion);

    static string? Name(string? typed, int longest = LongestName)
    {
        var name = VisibleText.WithoutHidden(typed ?? "").Trim();
        return name.Length > longest ? throw new RefusalException("ways.refusal.longName") : name.Length > 0 ? name : null;
    }

    static int Number(string? typed, int otherwise) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    static T Choice<T>(string? typed, T otherwise) where T : struct, Enum => Enum.TryParse<T>(typed, out var choice) && Enum.IsDefined(choice) ? choice : otherwise;
}
