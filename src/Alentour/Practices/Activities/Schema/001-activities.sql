-- An activity that the organisation announces. The sheet is JSON, always read whole. version rises with each change: of two who edit at once, one wins.
CREATE TABLE activity (
    id text PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    sheet text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    withdrawn_at bigint
);
