-- Words arrive folded from SearchWords, as lexemes: no dictionary of the cluster changes them.
CREATE TABLE finder_words (id integer PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX finder_words_words ON finder_words USING gin (words);

CREATE TABLE finder_place (id integer PRIMARY KEY, place point NOT NULL);
CREATE INDEX finder_place_place ON finder_place USING gist (place);
