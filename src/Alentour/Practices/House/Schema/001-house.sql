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
    -- The same person where they are the one who told it, and null for who confirms: one tells one decision at a time.
    told_by text UNIQUE,
    PRIMARY KEY (decision_id, person_id)
);

CREATE INDEX decision_voice_person ON decision_voice (person_id);

-- Members who say that a decision of the journal was not so. The journal shows that somebody does, never who.
CREATE TABLE decision_contest (
    entry_id text NOT NULL,
    person_id text NOT NULL,
    PRIMARY KEY (entry_id, person_id)
);

CREATE INDEX decision_contest_person ON decision_contest (person_id);

-- The register of incidents that Act 25 asks for: eight fields as JSON, kept five years from the day the house knew. It names no person.
CREATE TABLE incident (
    id text PRIMARY KEY,
    words text NOT NULL,
    known_on text NOT NULL,
    written_on text NOT NULL,
    version integer NOT NULL
);

-- What an entry said until the day it was corrected.
CREATE TABLE incident_earlier (
    id text PRIMARY KEY,
    incident_id text NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    until text NOT NULL,
    words text NOT NULL
);

CREATE INDEX incident_earlier_of ON incident_earlier (incident_id);
