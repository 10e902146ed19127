-- One row for each kind of night work: the last night it was done, and the node that has it in hand until when.
CREATE TABLE night_work (
    name text PRIMARY KEY,
    night text NOT NULL,
    taken_by text NOT NULL,
    taken_until bigint NOT NULL
);

-- What is to be done soon after an act, written in its transaction: one row until it is done. About an id or a seal, never words of a person.
CREATE TABLE job (
    id text PRIMARY KEY,
    name text NOT NULL,
    about text NOT NULL,
    asked_at bigint NOT NULL,
    due_at bigint NOT NULL,
    attempts integer NOT NULL,
    taken_by text NOT NULL,
    taken_until bigint NOT NULL,
    -- Why the last try did not work, in words that name nobody.
    reason text,
    UNIQUE (name, about)
);

CREATE INDEX job_due ON job (due_at);
