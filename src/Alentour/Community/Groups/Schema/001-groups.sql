CREATE TABLE mutual_aid_group (
    id text PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    language text NOT NULL,
    in_members_words text NOT NULL,
    for_whom text NOT NULL,
    themes text NOT NULL,
    forms text NOT NULL,
    stewardship text NOT NULL,
    hosted_by text NOT NULL,
    training text NOT NULL,
    languages text NOT NULL,
    ways text NOT NULL,
    way_words text NOT NULL,
    access text NOT NULL,
    first_visit text NOT NULL,
    -- Said by the group, never deduced from words (R047, R048).
    is_for_after_an_event integer NOT NULL CHECK (is_for_after_an_event IN (0, 1)),
    leader text,
    supervisor text,
    address_is_public integer NOT NULL CHECK (address_is_public IN (0, 1)),
    street text,
    town text NOT NULL,
    region_code text NOT NULL,
    lat double precision,
    lon double precision,
    quilt_seed integer NOT NULL,
    -- At once, or when a member lets in.
    joining text NOT NULL,
    published_at bigint,
    -- Rises with each change by a member: of two who write at once, one is kept.
    version integer NOT NULL,
    -- A check that is NULL passes, so an absent name must count as an empty one.
    CHECK (published_at IS NULL OR is_for_after_an_event = 0 OR (length(trim(coalesce(leader, ''))) > 0 AND length(trim(coalesce(supervisor, ''))) > 0))
);

CREATE TABLE group_agreement (
    id text PRIMARY KEY,
    group_id text NOT NULL REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    number integer NOT NULL,
    adopted_on text NOT NULL,
    method text NOT NULL,
    articles text NOT NULL,
    UNIQUE (group_id, number)
);

CREATE TABLE meeting_series (
    id text PRIMARY KEY,
    group_id text NOT NULL REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    first_day text NOT NULL,
    every_weeks integer NOT NULL,
    nth_in_month integer NOT NULL,
    last_day text,
    starts_at integer NOT NULL,
    minutes integer NOT NULL,
    -- Whether one may come for a first visit, and how many at once.
    visit_door text NOT NULL,
    visits_at_once integer NOT NULL,
    -- Another place than the group's; nobody in a room, only by telephone or online.
    place text,
    is_only_from_afar integer NOT NULL CHECK (is_only_from_afar IN (0, 1)),
    version integer NOT NULL
);

CREATE INDEX meeting_series_group ON meeting_series (group_id);

-- How people of a group hear each other from afar. Apart from the group, so that no question about groups brings it along.
CREATE TABLE group_hearing (
    group_id text PRIMARY KEY REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    phone text,
    code text,
    link text,
    CHECK (phone IS NOT NULL OR link IS NOT NULL)
);

-- What the group did with itself: published, withdrawn, who runs it (R057), agreements. It names nobody.
CREATE TABLE group_journal (
    id text PRIMARY KEY,
    group_id text NOT NULL REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    day text NOT NULL,
    kind text NOT NULL,
    was text,
    became text,
    decision text
);

CREATE INDEX group_journal_group ON group_journal (group_id);

-- One date of a series that is moved or cancelled; a moved one says to when.
CREATE TABLE meeting_change (
    series_id text NOT NULL REFERENCES meeting_series (id) ON DELETE CASCADE,
    day text NOT NULL,
    to_day text,
    to_time integer,
    place text,
    reason text,
    PRIMARY KEY (series_id, day),
    CHECK ((to_day IS NULL) = (to_time IS NULL))
);

-- Who belongs to a group, under which name there. A day, not an hour, and nothing of when somebody was there.
CREATE TABLE membership (
    group_id text NOT NULL REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    person_id text NOT NULL,
    -- Another name in this group, or null for the chosen name.
    name_here text,
    since text NOT NULL,
    -- They were there before the page was first published, and need not wait a week to write it.
    is_founder integer NOT NULL DEFAULT 0 CHECK (is_founder IN (0, 1)),
    PRIMARY KEY (group_id, person_id)
);

CREATE INDEX membership_person ON membership (person_id);

-- Somebody asks to join a group that lets in by a member's word: one request a person at a time.
CREATE TABLE join_request (
    person_id text PRIMARY KEY,
    group_id text NOT NULL REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    name_here text,
    asked_on text NOT NULL
);

CREATE INDEX join_request_group ON join_request (group_id);

-- The drop-in groups that somebody joined today, left or not: two places, or one account would read who is in every group within the hour.
CREATE TABLE joined_today (
    person_id text NOT NULL,
    place integer NOT NULL CHECK (place IN (1, 2)),
    group_id text NOT NULL REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    gone_at bigint NOT NULL,
    PRIMARY KEY (person_id, place),
    UNIQUE (person_id, group_id)
);

-- Who took the welcome of one meeting; a person takes one at a time.
CREATE TABLE greeter (
    series_id text NOT NULL REFERENCES meeting_series (id) ON DELETE CASCADE,
    day text NOT NULL,
    person_id text NOT NULL UNIQUE,
    gone_at bigint NOT NULL,
    PRIMARY KEY (series_id, day)
);

-- Somebody who said « je viens »: a name of choice, and a way to be told only if they wished. All of it goes the day after.
CREATE TABLE first_visit (
    id text PRIMARY KEY,
    -- Without a reference: when the group closes, the visitor still has to read that nobody will be there.
    series_id text NOT NULL,
    day text NOT NULL,
    name text NOT NULL,
    reach text,
    may_leave_word integer NOT NULL CHECK (may_leave_word IN (0, 1)),
    is_accepted integer NOT NULL CHECK (is_accepted IN (0, 1)),
    was_told integer NOT NULL CHECK (was_told IN (0, 1)),
    words_lookup text NOT NULL UNIQUE,
    seat_lookup text NOT NULL UNIQUE,
    -- An account that announces itself does so once at a time.
    person_id text UNIQUE,
    gone_at bigint NOT NULL
);

CREATE INDEX first_visit_meeting ON first_visit (series_id, day);
