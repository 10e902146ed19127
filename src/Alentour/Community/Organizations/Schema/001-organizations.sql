-- The house: one row once it is set up. No person stands here; who holds a role is a matter of People.
CREATE TABLE house (
    id text PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL,
    tagline text NOT NULL,
    town text NOT NULL,
    region_code text NOT NULL,
    street text NOT NULL,
    lat double precision NOT NULL,
    lon double precision NOT NULL,
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
    -- Whether a newcomer opens an account alone, or only with an invitation.
    newcomers_need_invitation integer NOT NULL CHECK (newcomers_need_invitation IN (0, 1))
);
