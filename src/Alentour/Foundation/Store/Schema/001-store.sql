-- What the database says of itself: "mode" (demo or live, once it was opened in one) and "demonstration_laid_on".
CREATE TABLE store_fact (
    name text PRIMARY KEY,
    value text NOT NULL
);

-- Rises by one whenever something public changes, so that every node drops its cached pages.
CREATE TABLE public_version (
    id integer PRIMARY KEY CHECK (id = 1),
    number bigint NOT NULL
);

INSERT INTO public_version (id, number) VALUES (1, 1);

-- The keys of forms that were sent, so that sending twice does once. Names nobody.
CREATE TABLE retried_act (
    key text PRIMARY KEY,
    led_to text NOT NULL,
    kept_until bigint NOT NULL
);

-- The keys with which the framework seals what browsers bring back. In no backup.
CREATE TABLE protection_key (
    name text PRIMARY KEY,
    xml text NOT NULL
);
