-- The point of no return of an undo: the first insert wins. UNDONE gives the company its account in the Cloud back, in the
-- same commit.
create table undo_outcome (
    company_id  uuid not null,
    undo_id     uuid not null,
    epoch       bigint not null,
    transfer_id uuid not null,          -- the transfer that is undone
    outcome     text not null check (outcome in ('UNDONE', 'ABORTED')),
    at          timestamptz not null,
    primary key (company_id, undo_id, epoch)
);
-- Of all epochs of an undo at most one undoes, and a transfer is undone once.
create unique index on undo_outcome (company_id, undo_id) where outcome = 'UNDONE';
create unique index on undo_outcome (company_id, transfer_id) where outcome = 'UNDONE';

alter table undo_outcome enable row level security;
create policy own on undo_outcome using (company_id = bound_company());
revoke update, delete on undo_outcome from cloud_app;
