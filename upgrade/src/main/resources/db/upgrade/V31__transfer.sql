-- What a transfer copies, in the Cloud's database; rows of the company that moves.

-- Reports in batches; what is not yet in here is what still has to be copied.
create table transfer_report (
    company_id  uuid not null,
    transfer_id uuid not null,
    report_id   bigint not null,
    document_id uuid not null,
    batch       int not null,
    primary key (company_id, transfer_id, report_id)
);
create index on transfer_report (company_id, transfer_id, batch);

create table transfer_batch (
    company_id  uuid not null,
    transfer_id uuid not null,
    batch       int not null,
    reports     int not null,
    bytes       bigint not null,        -- of the original reports
    received_at timestamptz,            -- the Portal's receipt
    stored      int,
    found       int,
    proved_at   timestamptz,            -- both sides read it alike
    root        bytea,
    of_transfer int,
    primary key (company_id, transfer_id, batch)
);

do $$
declare
    t text;
begin
    foreach t in array array['transfer_report', 'transfer_batch'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (company_id = bound_company())', t);
    end loop;
end $$;
