using Alentour.Community.Organizations;
using Alentour.Community.People;
using Alentour.Foundation.Forms;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.House.Questions;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.SetUp;

/// <summary>What a set-up does to the house: an answer is kept at once, and at the end the house opens and says in its journal what was chosen.</summary>
public sealed class SetUpActs(HouseChanges changes, HouseJournal journal, HouseQuestions questions, HouseClock clock, TextCatalogue catalogue)
{
    const int Blocks = 96;
    const string Zone = "America/Toronto";

    static readonly Uri Weather = new("https://meteo.gc.ca/");

    /// <summary>Keeps this answer; false, with the refusals on the sheet, when something does not fit.</summary>
    public async Task<bool> AnswerAsync(Question question, Sheet sheet, CancellationToken stop)
    {
        question.Answer(Unnamed(), sheet);
        if (!sheet.IsSound)
            return false;
        await changes.RunAsync(async (connection, transaction, house) =>
        {
            await SetUpStore.StepAsync(connection, transaction, question.Path, isAnswered: true, stop);
            return question.Answer(house ?? Unnamed(), sheet);
        }, stop);
        return true;
    }

    /// <summary>Opens the house. The code goes on opening the set-up as long as nobody coordinates.</summary>
    /// <exception cref="RefusalException">The house has no name yet.</exception>
    public async Task<bool> OpenAsync(CancellationToken stop)
    {
        var isOver = false;
        await changes.RunAsync(async (connection, transaction, house) =>
        {
            if (house is null)
                throw new RefusalException("setUp.refusal.noName");
            if (house.OpenedOn is null)
                foreach (var (path, _) in (await SetUpStore.StepsAsync(connection, transaction, stop)).Where(s => s.Value))
                    if (questions.At(path) is { } question)
                        await journal.WriteAsync(connection, transaction, question.Topic, JournalVoice.Opening, new JournalWords(Became: question.SayBoth(house, catalogue)), stop);
            isOver = await RoleHolders.HasCoordinatorAsync(connection, transaction, stop);
            if (isOver)
                await SetUpStore.EndAsync(connection, transaction, stop);
            return house with { OpenedOn = house.OpenedOn ?? clock.Now.Day };
        }, stop);
        return isOver;
    }

    static TheHouse Unnamed() => new()
    {
        Id = Ids.New(),
        Name = "",
        Zone = Zone,
        QuiltSeed = System.Security.Cryptography.RandomNumberGenerator.GetInt32(Blocks),
        ExitAddress = Weather,
    };
}
