-- The engine's tables, in the Cloud's database.

-- One plan carried out for one subject. Ordered anew after a failure it is the same row, so that its epoch goes on
-- growing. The row belongs to the company whose manager ordered it.
create table migration_run (
    company_id  uuid not null,
    run_id      uuid not null,
    plan        text not null,
    subject_id  uuid not null,
    by_user     uuid not null,
    terms       text[] not null default '{}',   -- of the order, as key=value
    phase       text not null check (phase in ('FORWARD', 'BACK', 'ONWARD')),
    state       text not null check (state in ('RUNNING', 'DONE', 'FAILED', 'NEEDS_PERSON')),
    epoch       bigint not null default 0,      -- grows with every try and every change of worker
    starts      int not null default 1,
    step        text,
    attempts    int not null default 0,         -- faults in a row
    fault_code  text,
    fault       text[] not null default '{}',
    fault_at    timestamptz,
    reason_code text,                           -- why it goes back
    reason      text[] not null default '{}',
    node        text,
    ordered_at  timestamptz not null,
    changed_at  timestamptz not null,
    primary key (company_id, run_id),
    unique (company_id, plan, subject_id)
);

create table migration_checkpoint (
    company_id uuid not null,
    run_id     uuid not null,
    step       text not null,
    epoch      bigint not null,
    at         timestamptz not null,
    primary key (company_id, run_id, step)
);

do $$
declare
    t text;
begin
    foreach t in array array['migration_run', 'migration_checkpoint'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (company_id = bound_company())', t);
    end loop;
end $$;
