-- Undo: a tenant's own freeze row, and transfers that were taken back.

-- Whether a tenant may erase. Every consuming or reporting transaction holds a share lock on its row until its commit;
-- an undo takes it exclusively, so none is half done. A tenant without a row is active; the first to ask makes it.
create table tenant_freeze (
    tenant_id     uuid primary key,
    state         text not null default 'ACTIVE' check (state in ('ACTIVE', 'FROZEN', 'UNDOING')),
    undo_id       uuid,
    transfer_id   uuid,
    epoch         bigint not null default 0,    -- the fence: messages of smaller epochs of this undo are refused
    decided_epoch bigint not null default 0,    -- the newest epoch that was given back
    deadline      timestamptz,
    changed_at    timestamptz not null,
    check (state = 'ACTIVE' or undo_id is not null)
);
alter table tenant_freeze enable row level security;
create policy own on tenant_freeze using (tenant_id = bound_tenant());

-- The outcome stays as it was decided; that it was taken back later stands beside it.
alter table transfer_outcome add column undone_at timestamptz, add column undone_by uuid;
grant update (undone_at, undone_by) on transfer_outcome to portal_app;

-- What was the default before the activation comes back with an undo.
alter table transfer add column before_workflow_id uuid, add column before_pool_id uuid;

do $$
declare
    t text;
begin
    foreach t in array array['workflow', 'licence_pool', 'licence_balance', 'reservation', 'report', 'report_serial'] loop
        execute format('alter policy own_and_activated on %I using (tenant_id = bound_tenant() and ('
            || 'transfer_id is null or transfer_id = opened_transfer() or transfer_id in ('
            || 'select o.transfer_id from transfer_outcome o '
            || 'where o.tenant_id = bound_tenant() and o.outcome = ''ACTIVATED'' and o.undone_at is null)))', t);
    end loop;
end $$;

-- Entries of a transfer stay in the history when it was undone; those of an undo count from their commit on, since what
-- leaves has to be gone before it may arrive.
alter policy own_and_activated on ledger_entry using (tenant_id = bound_tenant() and (
    transfer_id is null or kind <> 'TRANSFER_IN' or transfer_id = opened_transfer() or (transfer_id, epoch) in (
        select o.transfer_id, o.epoch from transfer_outcome o
        where o.tenant_id = bound_tenant() and o.outcome = 'ACTIVATED')));
