-- By what a restore of either database from a backup is noticed (decision 54). No company's: one row of each side.
create table restore_watch (
    only_row    boolean primary key default true check (only_row),
    -- This side's newest mark: the number grows with what is said to the other side, the token is drawn with each number,
    -- so that no two histories share one. Whoever remembers a mark that this side does not have remembers what was lost.
    number      bigint not null default 0,
    token       uuid not null default gen_random_uuid(),
    at          timestamptz not null default now(),
    -- The greatest mark that was seen of the other side.
    peer_number bigint,
    peer_token  uuid,
    peer_at     timestamptz,
    home        text,                   -- the server, timeline and database in which this row was last at home
    closed      text check (closed in ('MOVED', 'BEHIND', 'PEER', 'ASKED')),    -- null: writes are taken
    closed_at   timestamptz
);
insert into restore_watch default values;
