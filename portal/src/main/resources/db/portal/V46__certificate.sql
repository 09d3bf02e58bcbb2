-- Transfer certificates that the Cloud has issued; rows of the tenant that moved.

create table transfer_certificate (
    tenant_id      uuid not null,
    certificate_id uuid not null,
    transfer_id    uuid not null,
    epoch          bigint not null,
    revokes_id     uuid,                    -- the certificate that this one takes back
    statement      text not null,           -- canonical JSON, which the signature is over
    signature      text not null,
    pdf_en         bytea,                   -- signed too; follows some seconds later
    pdf_de         bytea,
    issued_at      timestamptz not null,
    primary key (tenant_id, certificate_id)
);

-- The leaves of the tree, 48 bytes each, 1,024 in a block.
create table transfer_certificate_block (
    tenant_id      uuid not null,
    certificate_id uuid not null,
    block          int not null,
    first_document uuid not null,
    leaves         bytea not null,
    root           bytea not null,
    primary key (tenant_id, certificate_id, block)
);

do $$
declare
    t text;
begin
    foreach t in array array['transfer_certificate', 'transfer_certificate_block'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (tenant_id = bound_tenant())', t);
    end loop;
end $$;
revoke delete on transfer_certificate from portal_app;
revoke update (certificate_id, transfer_id, epoch, statement, signature, revokes_id) on transfer_certificate from portal_app;
