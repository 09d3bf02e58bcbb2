-- Everything in the Cloud counts as it stands; what is activated is said by the Portal, what came back by the Cloud.
create function activated(whose uuid) returns text[] language sql stable as $$
    select coalesce(array_agg(undo_id || ':' || epoch), '{}')
    from undo_outcome where company_id = whose and outcome = 'UNDONE'
$$;

create function balance_seen(whose uuid, which uuid) returns table (remaining numeric, reserved numeric)
language sql stable as $$
    select b.remaining, b.reserved from licence_balance b where b.company_id = whose and b.pool_id = which
$$;

create function open_reservations(whose uuid, which uuid) returns table (quantity numeric) language sql stable as $$
    select r.quantity from reservation r where r.company_id = whose and r.pool_id = which and r.state = 'OPEN'
$$;

-- What the Cloud freezes has left its balances.
create function stands_still(whose uuid) returns boolean language sql immutable as $$ select false $$;
