using System.Security.Cryptography;
using System.Text;
using Alentour.Community.Organizations;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Texts;
using Alentour.Practices.House.Questions;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Settings;

/// <summary>A change of the house after its opening: told in the journal, and refused when somebody else changed the same answer meanwhile.</summary>
public sealed class SettingsActs(HouseChanges changes, HouseJournal journal, TextCatalogue catalogue)
{
    /// <summary>What the answer was when a form was shown: the version of this one question, so that changes of two others meet in peace.</summary>
    public string Seen(Question question, TheHouse house) => Seal(question.SayBoth(house, catalogue));

    /// <summary>Keeps the answer of this sheet; false, with the refusals on the sheet, when something does not fit.</summary>
    /// <param name="seen">As the form was given it.</param>
    /// <exception cref="RefusalException">Somebody else changed this answer meanwhile.</exception>
    public async Task<bool> ChangeAsync(Question question, Sheet sheet, string? seen, CancellationToken stop)
    {
        await changes.RunAsync(async (connection, transaction, house) =>
        {
            var changed = question.Answer(house!, sheet);
            if (!sheet.IsSound)
                return house!;
            var (was, became) = (question.SayBoth(house!, catalogue), question.SayBoth(changed, catalogue));
            if (Seal(was) != seen && was != became)
                throw new RefusalException("settings.refusal.changedMeanwhile");
            if (was != became)
                await journal.WriteAsync(connection, transaction, question.Topic, JournalVoice.Coordination, new JournalWords(was, became), stop);
            return changed;
        }, stop);
        return sheet.IsSound;
    }

    static string Seal(Bilingual said) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{said.Fr}\n{said.En}")).AsSpan(0, 12));
}
