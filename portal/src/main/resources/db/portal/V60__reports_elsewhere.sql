-- What the proof asks over all tenants: whether a report that a transfer brought stands under another tenant as well.

-- Finds the rows of a transfer whoever they belong to; whoever names the tenant too is served as before.
create index on report (transfer_id, tenant_id) where transfer_id is not null;
drop index report_tenant_id_transfer_id_idx;

-- Only what the Portal received itself, so that copying a history pays nothing for it.
create index on report (document_id) where transfer_id is null;

-- The one statement that looks past a tenant's policy, hence a function of the owner's. It takes nothing that names another
-- tenant, tells nothing of one, and answers only documents of the bound tenant: those that carry the opened transfer, and
-- those among the asked ones that somebody else has with the same time of arrival. The same document that arrived at another
-- time was sent there by its own erasure client, and is nobody's copy.
create function reports_elsewhere(documents uuid[]) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select strayed.document_id
        from report strayed
        where strayed.transfer_id = opened_transfer()
          and (strayed.tenant_id < bound_tenant() or strayed.tenant_id > bound_tenant())
        union
        select asked.document
        from unnest(documents) as asked (document)
        cross join lateral (
            select copied.received_at
            from report copied
            where copied.document_id = asked.document and copied.transfer_id is null
              and copied.tenant_id <> bound_tenant()
            offset 0) as copied
        where copied.received_at = (
            select own.received_at from report own
            where own.tenant_id = bound_tenant() and own.document_id = asked.document)
    $$;
revoke all on function reports_elsewhere(uuid[]) from public;
grant execute on function reports_elsewhere(uuid[]) to portal_app;
