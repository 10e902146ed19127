-- Somebody with an account: a chosen name. No e-mail, no phone, no civil name, no hour.
CREATE TABLE person (
    id text PRIMARY KEY,
    chosen_name text NOT NULL,
    quilt_seed integer NOT NULL,
    language text NOT NULL,
    joined_on text NOT NULL,
    -- A fact the person states (R081); it gives no right.
    certification text
);

-- A way in: a card of six words, a passkey, a link by e-mail. What is kept of a card cannot be turned back into words.
CREATE TABLE way_in (
    id text PRIMARY KEY,
    person_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind text NOT NULL,
    lookup text NOT NULL UNIQUE,
    made_on text NOT NULL,
    -- What a passkey needs to be checked, or the address of a link, as JSON; null for a card.
    particulars text
);

CREATE INDEX way_in_person ON way_in (person_id);

-- A browser where somebody is in. The cookie itself is not here, only its SHA-256.
CREATE TABLE session (
    lookup text PRIMARY KEY,
    id text NOT NULL UNIQUE,
    person_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    is_shared integer NOT NULL CHECK (is_shared IN (0, 1)),
    device text NOT NULL,
    begun_on text NOT NULL,
    runs_out_at bigint NOT NULL
);

CREATE INDEX session_person ON session (person_id);

-- Who holds which role, since when, by whose decision (R090).
CREATE TABLE held_role (
    person_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind text NOT NULL,
    since text NOT NULL,
    decision text NOT NULL,
    PRIMARY KEY (person_id, kind)
);
