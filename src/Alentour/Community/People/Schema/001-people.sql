-- Somebody with an account: a chosen name. No e-mail, no phone, no civil name, no hour.
CREATE TABLE person (
    id text PRIMARY KEY,
    chosen_name text NOT NULL,
    quilt_seed integer NOT NULL,
    language text NOT NULL,
    joined_on text NOT NULL,
    -- A fact the person states (R081); it gives no right.
    certification text
);

-- A way in: a card of six words, a passkey, a link by e-mail. What is kept of a card cannot be turned back into words.
CREATE TABLE way_in (
    id text PRIMARY KEY,
    person_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind text NOT NULL,
    lookup text NOT NULL UNIQUE,
    made_on text NOT NULL,
    -- What a passkey needs to be checked, as JSON; the address of a link by e-mail; null for a card.
    particulars text
);

CREATE INDEX way_in_person ON way_in (person_id);

-- An address that a person gave and has not confirmed yet: it opens nothing, and goes after a day.
CREATE TABLE email_asked (
    id text PRIMARY KEY,
    person_id text NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
    address text NOT NULL,
    runs_out_at bigint NOT NULL
);

-- A link that was sent: the SHA-256 of its token alone. It opens the door of a way in, or confirms an address.
CREATE TABLE email_link (
    lookup text PRIMARY KEY,
    way_in_id text REFERENCES way_in (id) ON DELETE CASCADE,
    asked_id text REFERENCES email_asked (id) ON DELETE CASCADE,
    runs_out_at bigint NOT NULL,
    CHECK ((way_in_id IS NULL) <> (asked_id IS NULL))
);

CREATE INDEX email_link_way ON email_link (way_in_id);
CREATE INDEX email_link_asked ON email_link (asked_id);

-- How many letters went to an address lately, or were asked for by one account; by seal.
CREATE TABLE email_pace (
    lookup text PRIMARY KEY,
    number integer NOT NULL,
    runs_out_at bigint NOT NULL
);

-- A challenge of a passkey that served: it serves no second time. It names nobody, and goes when it would have run out.
CREATE TABLE used_challenge (
    lookup text PRIMARY KEY,
    runs_out_at bigint NOT NULL
);

-- A browser where somebody is in. The cookie itself is not here, only its SHA-256.
CREATE TABLE session (
    lookup text PRIMARY KEY,
    id text NOT NULL UNIQUE,
    person_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    is_shared integer NOT NULL CHECK (is_shared IN (0, 1)),
    device text NOT NULL,
    begun_on text NOT NULL,
    runs_out_at bigint NOT NULL
);

CREATE INDEX session_person ON session (person_id);

-- Who holds which role, since when, by whose decision (R090).
CREATE TABLE held_role (
    person_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind text NOT NULL,
    since text NOT NULL,
    decision text NOT NULL,
    PRIMARY KEY (person_id, kind)
);

-- A role that waits for whoever holds a slip of three words; it names nobody.
CREATE TABLE role_offer (
    id text PRIMARY KEY,
    lookup text NOT NULL UNIQUE,
    kind text NOT NULL,
    decision text NOT NULL,
    runs_out_at bigint NOT NULL
);

-- What a person agreed to, when, and when they took it back. After an erasure the entry stays, without the person (Act 25).
CREATE TABLE consent (
    id text PRIMARY KEY,
    person_id text REFERENCES person (id) ON DELETE SET NULL,
    kind text NOT NULL,
    wording text NOT NULL,
    given_on text NOT NULL,
    withdrawn_on text
);

CREATE INDEX consent_person ON consent (person_id);

-- The accounts that were erased: random ids and days, so that a restored backup can be made to forget them again.
CREATE TABLE erased_person (
    id text PRIMARY KEY,
    erased_on text NOT NULL
);

-- Somebody no longer wishes to see somebody: neither sees the other any more, but in a circle. Whoever is blocked is told nothing.
CREATE TABLE block (
    person_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    blocked_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    -- The name the other bore where they were seen, for the list in which it is taken back.
    name_there text NOT NULL,
    blocked_on text NOT NULL,
    PRIMARY KEY (person_id, blocked_id)
);

CREATE INDEX block_blocked ON block (blocked_id);

-- A slip that lets one newcomer in: three words. It names nobody, neither who made it nor for whom.
CREATE TABLE invitation (
    lookup text PRIMARY KEY,
    runs_out_at bigint NOT NULL
);

-- The way back of somebody who has no way in left: begun by one who shares a group with them, confirmed by a second, shown to every open
-- session for 72 hours. Without a person it is a request for a name that nobody bears alone: it answers like any other, and opens nothing.
CREATE TABLE way_back (
    id text PRIMARY KEY,
    person_id text UNIQUE REFERENCES person (id) ON DELETE CASCADE,
    -- The name that was typed for somebody in no group; null for a companion.
    asked_name text,
    lookup text NOT NULL UNIQUE,
    -- What the first two words are known by: whoever confirms types them as the person reads them from their slip.
    opening text NOT NULL,
    starter_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    confirmer_id text REFERENCES person (id) ON DELETE CASCADE,
    confirmed_at bigint,
    -- The session that stopped it; when both confirm again that session is shut out.
    stopped_by text,
    starter_again integer NOT NULL CHECK (starter_again IN (0, 1)),
    confirmer_again integer NOT NULL CHECK (confirmer_again IN (0, 1)),
    runs_out_at bigint NOT NULL
);

-- One typed name at a time for whoever begins: nobody floods the coordination.
CREATE UNIQUE INDEX way_back_one_name ON way_back (starter_id) WHERE asked_name IS NOT NULL;

-- How often somebody stopped a confirmed way back in which this other had a part. After twice the other has no part in one for 90 days.
CREATE TABLE way_back_stop (
    person_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other_id text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    number integer NOT NULL,
    runs_out_at bigint NOT NULL,
    PRIMARY KEY (person_id, other_id)
);

CREATE INDEX way_back_stop_other ON way_back_stop (other_id);

-- How many invitations a member made lately, by seal: it names neither them nor a slip.
CREATE TABLE invitation_pace (
    lookup text PRIMARY KEY,
    number integer NOT NULL,
    runs_out_at bigint NOT NULL
);
