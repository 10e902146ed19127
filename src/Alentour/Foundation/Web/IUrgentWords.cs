using Alentour.Foundation.Texts;

namespace Alentour.Foundation.Web;

/// <summary>The first crisis lines as one sentence for paper, so that numbers stand in one place only. Told by the module that keeps the lines.</summary>
public interface IUrgentWords
{
    string OnPaper(Language language);
}
