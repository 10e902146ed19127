using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Alentour.Practices.House.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TheHouse = Alentour.Community.Organizations.House;

namespace Alentour.Practices.House.Journal;

/// <summary>The journal of « Le Rivage » : what the invented house chose when it opened, and one choice on which its members decided since.</summary>
sealed class RivageJournal(HouseQuestions questions, TextCatalogue catalogue) : IDemonstration
{
    public async Task LayAsync(Db db, DateOnly today, CancellationToken stop)
    {
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var house = await db.Set<TheHouse>().AsNoTracking().SingleAsync(stop);
        foreach (var question in questions.All)
            await HouseJournal.AddAsync(connection, transaction, new JournalEntry(Ids.New(), house.OpenedOn ?? today, question.Topic, JournalVoice.Opening,
                new JournalWords(Became: question.SayBoth(house, catalogue))), stop);
        var told = Demonstration.Read<Told>("Practices.House.Content.rivage-decision.json");
        var day = today.AddDays(-told.DaysAgo);
        await HouseJournal.AddAsync(connection, transaction, new JournalEntry(Ids.New(), day, told.Topic, JournalVoice.Members,
            new JournalWords(Decision: new RecordedDecision(told.Words, day, told.Where, told.Present))), stop);
    }

    sealed record Told(JournalTopic Topic, string Words, int DaysAgo, string Where, int Present);
}
