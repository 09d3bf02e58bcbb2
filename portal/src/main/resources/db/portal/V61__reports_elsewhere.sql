-- As before, with the rows below the tenant and those above it looked up one after the other: asked for by "or", the index
-- gives all rows of the transfer, and each batch of the proof would read them all.
create or replace function reports_elsewhere(documents uuid[]) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select strayed.document_id
        from report strayed
        where strayed.transfer_id = opened_transfer() and strayed.tenant_id < bound_tenant()
        union
        select strayed.document_id
        from report strayed
        where strayed.transfer_id = opened_transfer() and strayed.tenant_id > bound_tenant()
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
