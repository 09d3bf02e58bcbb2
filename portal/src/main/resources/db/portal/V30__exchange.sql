-- What the Cloud has sent: receipts, transfers with their fence, batches and what the proof has read of them.

-- A message of stage one that was carried out: the same message again answers as the first time.
create table exchange_receipt (
    tenant_id uuid not null,
    message   text not null,
    digest    bytea not null,           -- SHA-256 over what makes it the same message
    at        timestamptz not null,
    primary key (tenant_id, message, digest)
);

create table transfer (
    tenant_id           uuid not null,
    transfer_id         uuid not null,
    epoch               bigint not null,    -- the fence: messages of smaller epochs are refused
    rest_epoch          bigint,             -- the epoch whose balances and reservations stand here
    default_workflow_id uuid,
    opened_at           timestamptz not null,
    completed_at        timestamptz,
    primary key (tenant_id, transfer_id)
);

create table transfer_batch (
    tenant_id   uuid not null,
    transfer_id uuid not null,
    batch       int not null,
    digest      bytea not null,             -- SHA-256 over its document ids and their digests
    stored      int not null,
    found       int not null,               -- stood here already with the same bytes
    epoch       bigint not null,
    at          timestamptz not null,
    primary key (tenant_id, transfer_id, batch)
);

-- Owned by the proof, which reads what is stored and knows nothing of how it came.
create table transfer_proof (
    tenant_id   uuid not null,
    transfer_id uuid not null,
    batch       int not null,
    reports     int not null,
    root        bytea not null,
    at          timestamptz not null,
    primary key (tenant_id, transfer_id, batch)
);

do $$
declare
    t text;
begin
    foreach t in array array['exchange_receipt', 'transfer', 'transfer_batch', 'transfer_proof'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (tenant_id = bound_tenant())', t);
    end loop;
end $$;

-- An entry of a transfer counts by its epoch too: an earlier try may have left entries of its own, which never count.
drop policy own_and_activated on ledger_entry;
create policy own_and_activated on ledger_entry using (tenant_id = bound_tenant() and (
    transfer_id is null or transfer_id = opened_transfer() or (transfer_id, epoch) in (
        select o.transfer_id, o.epoch from transfer_outcome o
        where o.tenant_id = bound_tenant() and o.outcome = 'ACTIVATED')));
create unique index on ledger_entry (tenant_id, transfer_id, epoch, pool_id, kind) where transfer_id is not null;
create index on report (tenant_id, transfer_id) where transfer_id is not null;
