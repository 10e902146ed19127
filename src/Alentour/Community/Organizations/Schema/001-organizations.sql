-- The house: one row once it is set up. No person stands here; who holds a role is a matter of People.
CREATE TABLE house (
    id text PRIMARY KEY,
    name text NOT NULL,
    kind text,
    tagline text NOT NULL,
    languages text,
    member_term text NOT NULL,
    town text,
    region_code text,
    street text,
    lat double precision,
    lon double precision,
    phone text,
    zone text NOT NULL,
    opening_hours text NOT NULL,
    exceptions text NOT NULL,
    directions text NOT NULL,
    access text NOT NULL,
    who_decides text NOT NULL,
    story text NOT NULL,
    member_quote text,
    quilt_seed integer NOT NULL,
    exit_address text NOT NULL,
    privacy_officer text,
    -- Empty while the house is being prepared: nobody sees it then.
    opened_on text,
    -- Whether a newcomer opens an account alone, or only with an invitation.
    newcomers_need_invitation integer NOT NULL CHECK (newcomers_need_invitation IN (0, 1))
);

-- What the house chose, who said so, and what members decided: public, and never rewritten. No person stands here.
CREATE TABLE journal_entry (
    id text PRIMARY KEY,
    day text NOT NULL,
    topic text NOT NULL,
    voice text NOT NULL,
    was text,
    became text,
    decision text
);
