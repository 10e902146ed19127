-- The crisis lines that a coordinator confirmed, added or changed; none as long as nobody has. A line is JSON as aide.json holds it.
-- Days are those of the house. version rises with each change: of two who edit at once, one wins.
CREATE TABLE crisis_line (
    key text PRIMARY KEY,
    line text NOT NULL,
    changed_on text NOT NULL,
    withdrawn_on text,
    version integer NOT NULL DEFAULT 1
);
