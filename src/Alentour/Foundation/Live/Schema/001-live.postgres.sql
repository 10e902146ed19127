-- One row for each topic that people follow live, and the number of its last event: which topic, never who, never what.
-- Not in the journal of the cluster, and never analysed: nothing of it remains once the row is gone. A crash of the cluster empties it.
CREATE UNLOGGED TABLE live_topic (
    topic text PRIMARY KEY,
    sequence bigint NOT NULL
) WITH (autovacuum_enabled = false);
