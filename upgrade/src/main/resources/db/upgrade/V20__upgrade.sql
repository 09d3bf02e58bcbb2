-- The wizard's tables, in the Cloud's database.

-- Where a company stands on its way (MigrationState). The row belongs to the company whose manager runs the wizard
-- (company_id); its subject is an end customer or that company itself.
create table migration_status (
    company_id  uuid not null,
    subject_id  uuid not null,
    state       text not null,
    reason_code text,                   -- key of the text that says why it failed; its arguments:
    reason      text[] not null default '{}',
    changed_at  timestamptz not null,
    version     int not null default 0,
    primary key (company_id, subject_id)
);

-- Append-only: every move.
create table migration_event (
    company_id  uuid not null,
    event_id    uuid not null,
    subject_id  uuid not null,
    event       text not null,
    from_state  text,                   -- null: the row was made
    to_state    text not null,
    by_user     uuid,                   -- null: the system itself
    reason_code text,
    reason      text[] not null default '{}',
    at          timestamptz not null,
    primary key (company_id, event_id)
);
create index on migration_event (company_id, subject_id, event_id);

do $$
declare
    t text;
begin
    foreach t in array array['migration_status', 'migration_event'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (company_id = bound_company())', t);
    end loop;
end $$;
revoke update, delete on migration_event from cloud_app;
