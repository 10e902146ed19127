-- A circle that is open: rows that go when it closes. In no backup. Nothing in them tells a passed turn from a spoken one.
CREATE TABLE circle (
    id text PRIMARY KEY,
    group_id text NOT NULL REFERENCES mutual_aid_group (id) ON DELETE CASCADE,
    series_id text NOT NULL,
    day text NOT NULL,
    question text,
    steps text NOT NULL,
    step integer NOT NULL,
    proposal text,
    turn_order text NOT NULL,
    form text NOT NULL,
    round integer NOT NULL,
    last_turn integer NOT NULL,
    last_asked integer NOT NULL,
    turn_seat text,
    turn_speaks integer NOT NULL CHECK (turn_speaks IN (0, 1)),
    turn_lapses_at bigint,
    -- Seats: who keeps, who holds the time, who is there to talk aside, who asked to keep and until when the keeper may answer.
    keeper text,
    time_keeper text,
    support text,
    asks_to_keep text,
    keeper_answers_by bigint,
    -- On whom a lot fell, and for what.
    drawn_role text,
    drawn_seat text,
    -- The meeting's words, for the tablet of the room; shown to the keeper, so not sealed.
    words text NOT NULL UNIQUE,
    threshold text NOT NULL,
    asks_number integer NOT NULL CHECK (asks_number IN (0, 1)),
    ends_at bigint NOT NULL,
    closes_at bigint NOT NULL,
    UNIQUE (series_id, day)
);

CREATE TABLE circle_seat (
    id text PRIMARY KEY,
    circle_id text NOT NULL REFERENCES circle (id) ON DELETE CASCADE,
    number integer NOT NULL,
    kind text NOT NULL,
    way text NOT NULL,
    person_id text,
    -- The SHA-256 of the cookie of a browser without an account.
    device text,
    -- The first visit whose words they brought: it sits once, on whichever device.
    visit_id text,
    name text NOT NULL,
    quilt_seed integer NOT NULL,
    is_newcomer integer NOT NULL CHECK (is_newcomer IN (0, 1)),
    standing text NOT NULL,
    has_come_round integer NOT NULL CHECK (has_come_round IN (0, 1)),
    had_this_round integer NOT NULL CHECK (had_this_round IN (0, 1)),
    is_listening integer NOT NULL CHECK (is_listening IN (0, 1)),
    is_away integer NOT NULL CHECK (is_away IN (0, 1)),
    said_later integer NOT NULL CHECK (said_later IN (0, 1)),
    has_missed integer NOT NULL CHECK (has_missed IN (0, 1)),
    comes_next integer NOT NULL CHECK (comes_next IN (0, 1)),
    objects integer NOT NULL CHECK (objects IN (0, 1)),
    asked integer NOT NULL,
    since integer NOT NULL,
    left_in integer NOT NULL,
    wish text,
    is_light integer NOT NULL CHECK (is_light IN (0, 1)),
    is_aside integer NOT NULL CHECK (is_aside IN (0, 1)),
    -- Here, left, or asked to leave.
    stay text NOT NULL,
    -- Who first asked that this seat leave; nobody reads it.
    asked_out_by text,
    -- The key of the form that seated somebody by hand: pressing twice seats once.
    form_key text,
    UNIQUE (circle_id, person_id),
    UNIQUE (circle_id, device),
    UNIQUE (circle_id, visit_id),
    UNIQUE (circle_id, form_key)
);

-- Who waits at the threshold: a first visit, known by its words or by an announced name.
CREATE TABLE circle_arrival (
    id text PRIMARY KEY,
    circle_id text NOT NULL REFERENCES circle (id) ON DELETE CASCADE,
    person_id text,
    device text NOT NULL,
    -- Null for whoever gave an awaited name without its words.
    visit_id text,
    name text NOT NULL,
    is_refused integer NOT NULL CHECK (is_refused IN (0, 1)),
    UNIQUE (circle_id, device),
    UNIQUE (circle_id, visit_id)
);

-- What is written in text mode; to everybody, or aside to one seat.
CREATE TABLE circle_word (
    id text PRIMARY KEY,
    circle_id text NOT NULL REFERENCES circle (id) ON DELETE CASCADE,
    number integer NOT NULL,
    seat_id text NOT NULL,
    to_seat text,
    said text NOT NULL,
    form_key text,
    UNIQUE (circle_id, form_key)
);

-- « Je t'entends », « merci »: for whoever speaks, gone with the turn.
CREATE TABLE circle_sign (
    circle_id text NOT NULL REFERENCES circle (id) ON DELETE CASCADE,
    turn integer NOT NULL,
    from_seat text NOT NULL,
    kind text NOT NULL,
    PRIMARY KEY (circle_id, from_seat, kind)
);

-- Something of a circle was erased, and the files of the engine must be written anew: a row for each time it was, until it is done.
CREATE TABLE circle_trace (
    id text PRIMARY KEY
);

-- One row, of no meaning but that it is there: a crash of PostgreSQL empties tables that are not journalled, this one with the circles.
CREATE TABLE circle_unbroken (
    id integer PRIMARY KEY
);

INSERT INTO circle_unbroken (id) VALUES (1);
