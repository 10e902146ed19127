-- How a group holds its circles: its steps, the order of turns, who says « entrez », whether a number is typed at closing.
CREATE TABLE circle_ways (
    group_id text PRIMARY KEY REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    steps text NOT NULL,
    turn_order text NOT NULL,
    threshold text NOT NULL,
    asks_number integer NOT NULL CHECK (asks_number IN (0, 1)),
    version integer NOT NULL
);

-- One number that somebody typed at closing, if the group chose so. Nobody's name, and never counted by the machine.
CREATE TABLE meeting_tally (
    group_id text NOT NULL REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    day text NOT NULL,
    number integer NOT NULL CHECK (number BETWEEN 0 AND 999),
    PRIMARY KEY (group_id, day)
);

-- Somebody who holds a role, invited by a group to one meeting and shown as such.
CREATE TABLE meeting_guest (
    series_id text NOT NULL REFERENCES meeting_series (id) ON DELETE CASCADE,
    day text NOT NULL,
    person_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    gone_at bigint NOT NULL,
    PRIMARY KEY (series_id, day, person_id)
);
