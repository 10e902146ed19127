using System.Data.Common;
using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;

namespace Alentour.Community.Groups.Openings;

/// <summary>A group as it begins: a name, a language, and what every group may say of a first visit, to be changed by its members.</summary>
sealed record Draft(Guid Id, string Slug, string Name, string Language, int QuiltSeed, FirstVisitWords FirstVisit)
{
    const string Insert = """
        INSERT INTO mutual_aid_group (id, slug, name, language, in_members_words, for_whom, themes, forms, stewardship, hosted_by, training, languages, ways, way_words, access, first_visit,
            is_for_after_an_event, address_is_public, town, region_code, quilt_seed, joining, version)
        VALUES (@id, @slug, @name, @language, '', '', '[]', @forms, 'Members', '', '', @languages, @ways, '', '[]', @first, 0, 0, '', '', @seed, 'OnRequest', 1)
        """;

    public static Draft Of(string name, Words words, string slug, int seed) => new(Ids.New(), slug, name, words.Language.Code(), seed,
        new("", "", "", "", [words["opening.never.asked"], words["opening.never.written"], words["opening.never.made"]], words["opening.leave"], words["opening.bring"], ""));

    public Task InsertAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop) => connection.Command(Insert, transaction,
        ("id", Id.ToString()), ("slug", Slug), ("name", Name), ("language", Language), ("seed", QuiltSeed), ("first", Commands.Json(FirstVisit)),
        ("forms", Commands.Json(new[] { AidForm.Personal })), ("languages", Commands.Json(new[] { Language })), ("ways", Commands.Json(new[] { MeetingWay.Room }))).RunAsync(stop);
}
