-- The words that entries say, for « Cherchiez-vous « deuil »? » when nothing was found. Part of the index: rebuilt whole.
CREATE TABLE finder_known (
    word text PRIMARY KEY,
    said text NOT NULL,
    times integer NOT NULL
);
