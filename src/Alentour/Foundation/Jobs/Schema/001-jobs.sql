-- One row for each kind of night work: the last night it was done, and the node that has it in hand until when.
CREATE TABLE night_work (
    name text PRIMARY KEY,
    night text NOT NULL,
    taken_by text NOT NULL,
    taken_until bigint NOT NULL
);
