-- Where a company is in the wizard. Locked while a step advances, so that no step runs twice; door_closed_at is set under
-- the same lock that invitations take.
create table journey (
    company_id     uuid primary key,
    path           text not null check (path in ('PARTNER', 'DIRECT')),
    step           text not null,
    answers        jsonb not null default '{}',    -- what was typed, field to value; kept by Save and continue later too
    door_closed_at timestamptz,
    version        int not null default 0,         -- grows with every move; a page of an older version cannot advance
    changed_by     uuid not null,
    changed_at     timestamptz not null
);

-- Append-only: every move of a journey.
create table journey_event (
    company_id uuid not null,
    event_id   uuid not null,
    version    int not null,
    event      text not null,
    path       text not null,
    from_step  text,                    -- null: the journey was begun
    to_step    text not null,
    by_user    uuid not null,
    at         timestamptz not null,
    primary key (company_id, event_id),
    unique (company_id, version)
);

-- What a partner sees of its customers: rows of its own, filled by validation, so that the list is one query.
create table customer (
    company_id  uuid not null,
    customer_id uuid not null,
    name        text not null,
    search      text not null,          -- the name in lower case
    kind        text not null check (kind in ('PARTNER', 'CUSTOMER')),
    users       int not null default 0,
    signed_up   int not null default 0,
    managers_in int not null default 0, -- managers who have signed in at the Portal
    refused     int not null default 0, -- invitations that the mail server has finally refused
    licences    numeric(18, 4) not null default 0,
    reports     bigint not null default 0,
    clients     int not null default 0,
    blockers    text[] not null default '{}',
    warnings    text[] not null default '{}',
    validated_at timestamptz,
    access_at   timestamptz,            -- when the Portal was last asked who has signed up
    version     int not null default 0,
    primary key (company_id, customer_id)
);
create index on customer (company_id, name);

-- What the checks of eligibility have found, for the runner's eyes.
create table finding (
    company_id uuid not null,
    subject_id uuid not null,
    position   int not null,
    code       text not null,
    severity   text not null check (severity in ('BLOCKER', 'WARNING')),
    amount     bigint not null default 0,
    named      text[] not null default '{}',       -- who or what it is about: addresses, clients, roles
    found_at   timestamptz not null,
    primary key (company_id, subject_id, position)
);

do $$
declare
    t text;
begin
    foreach t in array array['journey', 'journey_event', 'customer', 'finding'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (company_id = bound_company())', t);
    end loop;
end $$;
revoke update, delete on journey_event from cloud_app;
create index on migration_status (company_id, state);
