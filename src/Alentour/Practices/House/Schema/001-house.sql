-- The one-time code that opens the set-up, as its SHA-256; no row once the house is open and somebody coordinates it.
CREATE TABLE set_up (
    id integer PRIMARY KEY CHECK (id = 1),
    code text NOT NULL
);

-- The questions that were answered or passed, so that a set-up goes on where it was left.
CREATE TABLE set_up_step (
    path text PRIMARY KEY,
    is_answered integer NOT NULL CHECK (is_answered IN (0, 1))
);

-- A browser in which the code was entered. The cookie itself is not here, only its SHA-256.
CREATE TABLE set_up_visit (
    lookup text PRIMARY KEY,
    runs_out_at bigint NOT NULL
);

-- A decision of the members on a choice of the house, told by one who was there, until two others have confirmed it.
CREATE TABLE house_decision (
    id text PRIMARY KEY,
    topic text NOT NULL,
    words text NOT NULL,
    decided_on text NOT NULL,
    place text NOT NULL,
    present integer NOT NULL,
    runs_out_at bigint NOT NULL
);

-- Who tells it and who confirms it; erased when the third one has spoken.
CREATE TABLE decision_voice (
    decision_id text NOT NULL REFERENCES house_decision (id) ON DELETE CASCADE,
    person_id text NOT NULL,
    PRIMARY KEY (decision_id, person_id)
);

CREATE INDEX decision_voice_person ON decision_voice (person_id);
