using System.Data.Common;
using Alentour.Community.Organizations;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Practices.CrisisHelp.Lines;

/// <summary>How the public journal of the house tells a change of a crisis line.</summary>
public sealed class LineJournal(HouseJournal journal, PublicVersion version, TextCatalogue catalogue)
{
    /// <summary>To be called first in an act: every other change of the lines waits here until this one has ended.</summary>
    internal Task BeginAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) => version.RaiseAsync(connection, transaction, stop);

    /// <param name="was">Null for a line that is added.</param>
    internal Task WriteAsync(DbConnection connection, DbTransaction transaction, KeptLine? was, KeptLine became, CancellationToken stop) =>
        journal.WriteAsync(connection, transaction, JournalTopic.Lines, JournalVoice.Coordination, Tell(was, became), stop);

    JournalWords Tell(KeptLine? was, KeptLine became)
    {
        if (was is null || was.IsWithdrawn && !became.IsWithdrawn)
            return new JournalWords(Bilingual.Empty, Both(words => Say(became.Line, words)));
        if (became.IsWithdrawn)
            return new JournalWords(Both(words => Say(was.Line, words)), Bilingual.Empty);
        var isOnlyConfirmed = CrisisLineJson.Write(was.Line with { ConfirmedOn = became.Line.ConfirmedOn }) == CrisisLineJson.Write(became.Line);
        return isOnlyConfirmed
            ? new JournalWords(null, Both(words => Confirmed(became.Line, words)))
            : new JournalWords(Both(words => Say(was.Line, words)), Both(words => Say(became.Line, words)));
    }

    Bilingual Both(Func<Words, string> say) => new(say(new Words(catalogue, Language.French)), say(new Words(catalogue, Language.English)));

    static string Confirmed(CrisisLine line, Words words) => line.ConfirmedOn is { } day
        ? words["lines.journal.confirmed", ("name", words.Of(line.Name)), ("date", DateWords.Date(day, words.Language))]
        : words["lines.journal.unconfirmed", ("name", words.Of(line.Name))];

    /// <summary>All that /aide says of a line, in one sentence.</summary>
    static string Say(CrisisLine line, Words words) => words["lines.journal.line", ("name", words.Of(line.Name)), ("facts", string.Join(" ", Facts(line, words).Select(Whole)))];

    static IEnumerable<string> Facts(CrisisLine line, Words words)
    {
        if (line.Call is { } call)
            yield return call.Shown;
        if (line.Text is { } text)
            yield return $"{words["help.write"]} {text.Shown}";
        if (line.Chat is { } chat)
            yield return $"{words["help.chat"]} {chat.Host}";
        yield return OpeningWords.Say(line.Opening, words);
        foreach (var said in new[] { line.For, line.AnsweredBy, line.Cost, line.Languages, line.Area }.OfType<Bilingual>())
            yield return words.Of(said);
        if (line.MayAlertWithoutConsent is { } alert)
            yield return $"{words["help.fact.alert"]} {words.Of(alert.Says)}";
    }

    static string Whole(string fact) => fact.EndsWith('.') ? fact : fact + ".";
}
