-- Where entries elsewhere come from: "seeds" is the list in Content/outside.json, "house" what its coordinator added, "bmlt:…" an imported file.
CREATE TABLE listed_source (
    key text PRIMARY KEY,
    name text NOT NULL,
    web text,
    received_on text NOT NULL
);

-- A group or a resource elsewhere. The sheet is JSON, always read whole; hash is that of what the source said last.
-- edited_at: since then a person of the house writes it, and its source no longer does. withdrawn_at: nobody sees it but the coordinator,
-- and its source does not bring it back. version rises with each change: of two who edit at once, one wins.
CREATE TABLE listed_entry (
    id text PRIMARY KEY,
    source_key text NOT NULL REFERENCES listed_source (key),
    reference text NOT NULL,
    slug text NOT NULL UNIQUE,
    hash text NOT NULL,
    edited_at bigint,
    withdrawn_at bigint,
    version integer NOT NULL DEFAULT 1,
    sheet text NOT NULL,
    UNIQUE (source_key, reference)
);

-- A weekly meeting of such a group: wall-clock minutes, in the zone of the house where zone is empty.
CREATE TABLE listed_meeting (
    entry_id text NOT NULL REFERENCES listed_entry (id) ON DELETE CASCADE,
    reference text NOT NULL,
    hash text NOT NULL,
    weekday integer NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    starts integer NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    minutes integer CHECK (minutes > 0),
    zone text,
    words text NOT NULL,
    PRIMARY KEY (entry_id, reference)
);

-- The index, rebuilt whole: everything below repeats what stands elsewhere.
-- The id is the reading order: groups of the house, groups elsewhere, resources, rights, each by French name.
CREATE TABLE finder_row (
    id integer PRIMARY KEY,
    kind integer NOT NULL,
    ways integer NOT NULL,
    tongues integer NOT NULL,
    access integer NOT NULL,
    days integer NOT NULL,
    evenings integer NOT NULL,
    regions integer NOT NULL,
    everywhere integer NOT NULL CHECK (everywhere IN (0, 1)),
    lat double precision,
    lon double precision
);

CREATE INDEX finder_row_everywhere ON finder_row (everywhere, id);

-- What a result shows, apart from the narrow rows that a search walks through.
CREATE TABLE finder_card (
    id integer PRIMARY KEY,
    entry_id text,
    slug text NOT NULL,
    card text NOT NULL
);

CREATE INDEX finder_card_entry ON finder_card (entry_id);

-- The dates that come: house is 0 for a group of the house, 1 for what its organisation announces and 2 elsewhere, so that an index gives the house first.
-- mark: 0 as planned, 1 cancelled, 2 moved here, 3 moved away.
CREATE TABLE finder_date (
    row_id integer NOT NULL,
    day text NOT NULL,
    minutes integer NOT NULL,
    starts_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    house integer NOT NULL CHECK (house IN (0, 1, 2)),
    mark integer NOT NULL CHECK (mark BETWEEN 0 AND 3),
    other_day text
);

CREATE INDEX finder_date_row ON finder_date (row_id, starts_at);
-- Holds every column that the week needs, so that walking it reads no row.
CREATE INDEX finder_date_day ON finder_date (day, house, minutes, row_id, ends_at, mark, other_day);

-- Towns that entries name and the table of Quebec does not know.
CREATE TABLE finder_town (
    fold text PRIMARY KEY,
    name text NOT NULL,
    lat double precision NOT NULL,
    lon double precision NOT NULL
);
