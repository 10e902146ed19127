-- Words arrive folded from SearchWords, so every sign that is not ASCII belongs to a word.
-- No content and no positions: rows come out in the order of their id, which lets a page stop early.
CREATE VIRTUAL TABLE finder_words USING fts5(words, content='', tokenize='ascii', prefix='2 3', detail='none', columnsize=0);

CREATE VIRTUAL TABLE finder_place USING rtree(id, south, north, west, east);
