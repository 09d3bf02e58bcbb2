-- In the Portal what came with a transfer counts from the transfer's activation on.
create function activated(whose uuid) returns text[] language sql stable as $$
    select coalesce(array_agg(transfer_id || ':' || epoch), '{}')
    from transfer_outcome where tenant_id = whose and outcome = 'ACTIVATED'
$$;

create function is_activated(whose uuid, transfer uuid) returns boolean language sql stable as $$
    select transfer is null or exists (
        select from transfer_outcome
        where tenant_id = whose and transfer_id = transfer and outcome = 'ACTIVATED')
$$;

create function balance_seen(whose uuid, which uuid) returns table (remaining numeric, reserved numeric)
language sql stable as $$
    select b.remaining, b.reserved from licence_balance b
    where b.tenant_id = whose and b.pool_id = which and is_activated(whose, b.transfer_id)
$$;

create function open_reservations(whose uuid, which uuid) returns table (quantity numeric) language sql stable as $$
    select r.quantity from reservation r
    where r.tenant_id = whose and r.pool_id = which and r.state = 'OPEN' and is_activated(whose, r.transfer_id)
$$;

-- An outcome changes what all pools of the tenant hold.
create function at_outcome() returns trigger language plpgsql security definer as $$
begin
    perform write_commit(new.tenant_id, null);
    perform write_commit(new.tenant_id, pool_id) from licence_pool where tenant_id = new.tenant_id;
    return null;
end $$;

create constraint trigger written_down after insert on transfer_outcome
    deferrable initially deferred for each row execute function at_outcome();

-- While an undo goes on, licences granted since stay where they are until it is settled.
create function stands_still(whose uuid) returns boolean language sql stable as $$
    select exists (select from tenant_freeze where tenant_id = whose and state <> 'ACTIVE')
$$;
