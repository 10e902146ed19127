-- One row for each topic that people follow live, and the number of its last event: which topic, never who, never what.
CREATE TABLE live_topic (
    topic text PRIMARY KEY,
    sequence bigint NOT NULL
);
