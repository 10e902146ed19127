-- Words arrive folded from SearchWords, so every sign that is not ASCII belongs to a word.
-- No content and no positions: rows come out in the order of their id, which lets a page stop early.
-- Beginnings of up to 9 letters are words of their own, else a common word ("entraid…") would be gathered whole before its first row.
CREATE VIRTUAL TABLE finder_words USING fts5(words, content='', tokenize='ascii', prefix='1 2 3 4 5 6 7 8 9', detail='none', columnsize=0);

CREATE VIRTUAL TABLE finder_place USING rtree(id, south, north, west, east);
