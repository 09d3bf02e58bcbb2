-- Transfer certificates, in the Cloud's database; rows of the company that moved.

create table transfer_certificate (
    company_id     uuid not null,
    certificate_id uuid not null,
    runner_id      uuid not null,           -- whose manager ordered the transfer
    transfer_id    uuid not null,
    epoch          bigint not null,
    leaves_id      uuid not null,           -- the certificate whose blocks list the reports: itself, or the one revoked
    revokes_id     uuid,                    -- the certificate that this one takes back
    statement      text not null,           -- canonical JSON, which the signature is over
    signature      text not null,
    pdf_en         bytea,                   -- signed too; made some seconds later
    pdf_de         bytea,
    issued_at      timestamptz not null,
    primary key (company_id, certificate_id)
);
-- One certificate for what was activated, one successor for what is taken back.
create unique index on transfer_certificate (company_id, transfer_id, epoch) where revokes_id is null;
create unique index on transfer_certificate (company_id, revokes_id) where revokes_id is not null;

-- The leaves of the tree, 48 bytes each, 1,024 in a block.
create table transfer_certificate_block (
    company_id     uuid not null,
    certificate_id uuid not null,
    block          int not null,
    first_document uuid not null,
    leaves         bytea not null,
    root           bytea not null,
    primary key (company_id, certificate_id, block)
);

do $$
declare
    t text;
begin
    foreach t in array array['transfer_certificate', 'transfer_certificate_block'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (company_id = bound_company())', t);
    end loop;
end $$;
revoke delete on transfer_certificate from cloud_app;
revoke update (certificate_id, transfer_id, epoch, statement, signature, revokes_id) on transfer_certificate from cloud_app;
