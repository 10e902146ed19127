using Alentour.Foundation.Texts;
using Alentour.Foundation.Web;

namespace Alentour.Practices.CrisisHelp;

/// <summary>The first line by voice, the first by text and 911, as posters print them.</summary>
sealed class UrgentWords(CrisisLineFile lines, TextCatalogue catalogue) : IUrgentWords
{
    public string OnPaper(Language language)
    {
        var inOrder = lines.Now.All.OrderBy(l => l.Order).ToList();
        var call = inOrder.Select(l => l.Call).OfType<PhoneNumber>().FirstOrDefault();
        var text = inOrder.Select(l => l.Text).OfType<PhoneNumber>().FirstOrDefault();
        return string.Join(' ', new[]
        {
            call is null ? null : catalogue.Get(language, "help.paper.call", ("number", call.Unbroken)),
            text is null ? null : catalogue.Get(language, "help.paper.text", ("number", text.Unbroken)),
            catalogue.Get(language, "help.paper.danger"),
        }.OfType<string>());
    }
}
