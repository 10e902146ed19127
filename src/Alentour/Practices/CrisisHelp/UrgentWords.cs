using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;

namespace Alentour.Practices.CrisisHelp;

/// <summary>The first line by voice, the first by text and 911, as posters print them and as the finder shows them when words press.</summary>
sealed class UrgentWords(CrisisLineFile lines, TextCatalogue catalogue) : IUrgentWords
{
    public UrgentNumber? FirstCall => First(l => l.Call);

    public UrgentNumber? FirstText => First(l => l.Text);

    public string OnPaper(Language language) => string.Join(' ', new[]
    {
        FirstCall is { } call ? catalogue.Get(language, "help.paper.call", ("number", call.Shown)) : null,
        FirstText is { } text ? catalogue.Get(language, "help.paper.text", ("number", text.Shown)) : null,
        catalogue.Get(language, "help.paper.danger"),
    }.OfType<string>());

    public IReadOnlyList<ShownLine> All(Language language, DateOnly today) =>
        [.. lines.Now.All.OrderBy(l => l.Order).Select(l => new ShownLine(l.Name.In(language), (l.Call ?? l.Text)?.Unbroken, !l.IsToBeChecked(today)))];

    UrgentNumber? First(Func<CrisisLine, PhoneNumber?> way) =>
        lines.Now.All.OrderBy(l => l.Order).Select(way).OfType<PhoneNumber>().Select(n => new UrgentNumber(n.Dial, n.Unbroken)).FirstOrDefault();
}
