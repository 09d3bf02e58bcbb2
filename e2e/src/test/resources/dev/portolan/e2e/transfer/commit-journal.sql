-- Writes down what each commit leaves of a company's licences: deferred triggers run at the commit, when all rows of the
-- transaction stand, and the lock lets one commit after the other, so each sees what all earlier ones left.
-- The first gap takes the column that names the company, the second a condition: which transfers count here.
create table commit_journal (
    place     bigint generated always as identity primary key,
    at        timestamptz not null,
    tx        xid8 not null,
    company   uuid not null,
    pool      uuid,                 -- null: says what is activated, of all pools
    product   text,
    granted   numeric,              -- granted in, less granted on, expired and consumed
    remaining numeric,
    reserved  numeric,
    by_entries_remaining numeric,
    by_entries_reserved  numeric,
    open      numeric,
    outgoing  text[] not null,      -- transfer:epoch of what has left, and
    left_with numeric[] not null,   -- how much of it is out, without what was reversed
    frozen    boolean not null,     -- nobody can use anything of it
    activated text[] not null       -- transfer:epoch
);
create index on commit_journal (company, tx);

-- Companies that are not written down any more.
create table commit_journal_end (company uuid primary key);

create function counted(whose uuid, transfer uuid, of_epoch bigint) returns boolean language sql stable as $$
    select transfer is null or %2$s
$$;

create function write_commit(whose uuid, which uuid) returns void language plpgsql as $$
begin
    if exists (select from commit_journal_end where company = whose) then
        return;
    end if;
    perform pg_advisory_xact_lock(20261121);
    if exists (select from commit_journal
               where company = whose and tx = pg_current_xact_id() and pool is not distinct from which) then
        return;
    end if;
    insert into commit_journal (at, tx, company, pool, product, granted, remaining, reserved,
                                by_entries_remaining, by_entries_reserved, open, outgoing, left_with, frozen, activated)
    select clock_timestamp(), pg_current_xact_id(), whose, which, p.product, e.granted,
           coalesce(b.remaining, 0), coalesce(b.reserved, 0), e.remaining, e.reserved, r.open,
           coalesce(o.transfers, '{}'), coalesce(o.amounts, '{}'), stands_still(whose), a.activated
    from (select) as one
    left join licence_pool p on p.%1$s = whose and p.pool_id = which
    left join lateral (select remaining, reserved from balance_seen(whose, which)) b on true
    cross join lateral (
        select coalesce(sum(case kind when 'GRANT_IN' then quantity
                                      when 'GRANT_OUT' then -quantity when 'EXPIRE' then -quantity
                                      when 'CONSUME' then -quantity else 0 end), 0) as granted,
               coalesce(sum(case when kind in ('GRANT_IN', 'RELEASE', 'TRANSFER_OUT_REVERSED', 'TRANSFER_IN')
                                 then quantity
                                 when kind = 'CONSUME' then 0 else -quantity end), 0) as remaining,
               coalesce(sum(case kind when 'RESERVE' then quantity when 'RELEASE' then -quantity
                                      when 'CONSUME' then -quantity when 'TRANSFER_OUT' then -l.reserved
                                      when 'TRANSFER_OUT_REVERSED' then l.reserved
                                      when 'TRANSFER_IN' then l.reserved else 0 end), 0) as reserved
        from ledger_entry l
        where l.%1$s = whose and l.pool_id = which and (l.kind <> 'TRANSFER_IN' or counted(whose, l.transfer_id, l.epoch))) e
    cross join lateral (select coalesce(sum(quantity), 0) as open from open_reservations(whose, which)) r
    cross join lateral (
        select array_agg(name) as transfers, array_agg(amount) as amounts
        from (select transfer_id || ':' || epoch as name,
                     sum(case kind when 'TRANSFER_OUT' then quantity + reserved
                                   else -quantity - reserved end) as amount
              from ledger_entry
              where %1$s = whose and pool_id = which and kind in ('TRANSFER_OUT', 'TRANSFER_OUT_REVERSED')
              group by transfer_id, epoch) each_transfer) o
    cross join lateral (select activated(whose) as activated) a;
end $$;

create function at_commit() returns trigger language plpgsql security definer as $$
begin
    if tg_op = 'DELETE' then
        perform write_commit(old.%1$s, old.pool_id);
    else
        perform write_commit(new.%1$s, new.pool_id);
    end if;
    return null;
end $$;

create constraint trigger written_down after insert or update or delete on ledger_entry
    deferrable initially deferred for each row execute function at_commit();
create constraint trigger written_down after insert or update or delete on licence_balance
    deferrable initially deferred for each row execute function at_commit();
create constraint trigger written_down after insert or update or delete on reservation
    deferrable initially deferred for each row execute function at_commit();
