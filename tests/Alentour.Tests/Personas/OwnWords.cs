using Alentour.Tests.Cast;

namespace Alentour.Tests.Personas;

/// <summary>Somebody with a word of their own in every table that holds something of a person.</summary>
/// <param name="Words">By table, the word that the export must hold.</param>
sealed record OwnWords(string Name, Guid Id, IReadOnlyDictionary<string, string> Words)
{
    /// <summary>For each table: how a row of it is written for {id}, with the word {word}; {other} is somebody else, {n} a number, {series} and {group} theirs.</summary>
    static readonly (string Table, string Sql)[] Plan =
    [
        ("way_in", "INSERT INTO way_in (id, person_id, kind, lookup, made_on) VALUES ('way-{n}', '{id}', '{word}', 'lookup-{n}', '2026-11-01')"),
        ("email_asked", "INSERT INTO email_asked (id, person_id, address, runs_out_at) VALUES ('{new}', '{id}', '{word}', 9000000000000)"),
        ("session", "INSERT INTO session (lookup, id, person_id, is_shared, device, begun_on, runs_out_at) VALUES ('session-{n}', '{new}', '{id}', 0, '{word}', '2026-11-01', 9000000000000)"),
        ("held_role", "INSERT INTO held_role (person_id, kind, since, decision) VALUES ('{id}', 'Volunteer', '2026-11-01', '{word}')"),
        ("consent", "INSERT INTO consent (id, person_id, kind, wording, given_on) VALUES ('consent-{n}', '{id}', 'account', '{word}', '2026-11-01')"),
        ("block", "INSERT INTO block (person_id, blocked_id, name_there, blocked_on) VALUES ('{id}', '{other}', '{word}', '2026-11-01')"),
        ("way_back", "INSERT INTO way_back (id, asked_name, lookup, opening, starter_id, starter_again, confirmer_again, runs_out_at) VALUES ('{new}', '{word}', 'back-{n}', '', '{id}', 0, 0, 9000000000000)"),
        ("way_back_stop", "INSERT INTO way_back_stop (person_id, other_id, number, runs_out_at) VALUES ('{id}', '{other}', {word}, 9000000000000)"),
        ("membership", "INSERT INTO membership (group_id, person_id, name_here, since) VALUES ('{group}', '{id}', '{word}', '2026-11-01')"),
        ("join_request", "INSERT INTO join_request (person_id, group_id, name_here, asked_on) VALUES ('{id}', '{group}', '{word}', '2026-11-01')"),
        ("first_visit", "INSERT INTO first_visit (id, series_id, day, name, reach, may_leave_word, is_accepted, was_told, words_lookup, seat_lookup, person_id, gone_at) VALUES ('{new}', '{series}', '2026-12-03', '{word}', '{word}', 0, 1, 0, 'words-{n}', 'seat-{n}', '{id}', 9000000000000)"),
        ("greeter", "INSERT INTO greeter (series_id, day, person_id, gone_at) VALUES ('{series}', '{word}', '{id}', 9000000000000)"),
        ("circle_seat", "INSERT INTO circle (id, group_id, series_id, day, steps, step, turn_order, form, round, last_turn, last_asked, turn_speaks, words, threshold, asks_number, ends_at, closes_at) VALUES ('{new}', '{group}', '{series}', '2026-12-0{n}', '[]', 0, 'BySeat', 'Open', 1, 0, 0, 0, '{new}', 'Anyone', 0, 9000000000000, 9000000000000); INSERT INTO circle_seat (id, circle_id, number, kind, way, person_id, name, quilt_seed, is_newcomer, standing, has_come_round, had_this_round, is_listening, is_away, said_later, has_missed, comes_next, objects, asked, since, left_in, is_light, is_aside, stay) VALUES ('{new}', '{new}', 1, 'Member', 'Screen', '{id}', '{word}', 1, 0, 'Waiting', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'Here')"),
        ("circle_arrival", "INSERT INTO circle (id, group_id, series_id, day, steps, step, turn_order, form, round, last_turn, last_asked, turn_speaks, words, threshold, asks_number, ends_at, closes_at) VALUES ('{new}', '{group}', '{series}', '2026-11-0{n}', '[]', 0, 'BySeat', 'Open', 1, 0, 0, 0, '{new}', 'Anyone', 0, 9000000000000, 9000000000000); INSERT INTO circle_arrival (id, circle_id, person_id, device, name) VALUES ('{new}', '{new}', '{id}', 'device-{n}', '{word}')"),
        ("meeting_guest", "INSERT INTO meeting_guest (series_id, day, person_id, gone_at) VALUES ('{series}', '{word}', '{id}', 9000000000000)"),
        ("decision_voice", "INSERT INTO house_decision (id, topic, words, decided_on, place, present, runs_out_at) VALUES ('{new}', 'Hours', '{word}', '2026-11-20', 'cuisine', 7, 9000000000000); INSERT INTO decision_voice (decision_id, person_id, told_by) VALUES ('{new}', '{id}', '{id}')"),
        // It holds no word of the person: the journal keeps its entry.
        ("decision_contest", "INSERT INTO journal_entry (id, day, topic, voice, decision) VALUES ('{new}', '{word}', 'Hours', 'Members', '{}'); INSERT INTO decision_contest (entry_id, person_id) VALUES ('{new}', '{id}')"),
        // It holds no word of the person: the name of a group is theirs alone.
        ("joined_today", "INSERT INTO joined_today (person_id, place, group_id, gone_at) SELECT '{id}', 1, id, 9000000000000 FROM mutual_aid_group WHERE name = '{word}'"),
    ];

    public static IReadOnlyList<string> Tables { get; } = [.. Plan.Select(p => p.Table)];

    public static bool PointsToAPerson(string column) => column is "person_id" or "blocked_id" or "starter_id" or "confirmer_id" or "other_id" or "told_by";

    /// <param name="n">1 or 2: which of the two.</param>
    public static async Task<OwnWords> PlantAsync(House house, string name, int n)
    {
        var id = Guid.CreateVersion7();
        await Sql.RunAsync(house, $"INSERT INTO person (id, chosen_name, quilt_seed, language, joined_on, certification) VALUES ('{id}', '{name}', 1, 'fr', '2026-11-01', 'Canari-person-{n}')");
        var other = (await Sql.TextsAsync(house, "SELECT id FROM person WHERE chosen_name = 'Gaétan'")).Single();
        var series = (await Sql.TextsAsync(house, "SELECT s.id FROM meeting_series s JOIN mutual_aid_group g ON g.id = s.group_id WHERE g.slug = 'cercle-du-jeudi'")).Single();
        var group = (await Sql.TextsAsync(house, "SELECT id FROM mutual_aid_group WHERE slug = 'cercle-du-jeudi'")).Single();
        var words = new Dictionary<string, string> { ["person"] = $"Canari-person-{n}" };
        foreach (var (table, sql) in Plan)
        {
            words[table] = Word(table, n);
            await Sql.RunAsync(house, sql.Replace("{id}", id.ToString()).Replace("{word}", words[table]).Replace("{n}", $"{n}").Replace("{other}", other)
                .Replace("{series}", series).Replace("{group}", group).Replace("{new}", Guid.CreateVersion7().ToString()));
        }
        return new OwnWords(name, id, words);
    }

    static string Word(string table, int n) => table switch
    {
        "joined_today" => n == 1 ? "Cuisine du vendredi" : "Speaking Up over Tea",
        "way_back_stop" => $"7710000{n}",
        _ => $"Canari-{table}-{n}",
    };
}
