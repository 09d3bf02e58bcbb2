-- Reports are copied in batches that are ranges of their numbers. What is added, changed or deleted while a transfer is on
-- its way is followed: each such write leaves a row in report_change, in its own transaction, so that a writer who commits
-- late is not missed, and what is left to do under the freeze depends on what has changed, not on how much there is.
-- Who changes serials of a report touches the report too.

create table transfer_follow (
    company_id  uuid not null,
    transfer_id uuid not null,
    following   boolean not null,
    since       timestamptz not null,   -- reports received since then are in batches
    planned_at  timestamptz,            -- null: the ranges are still to be cut
    planned     pg_snapshot,            -- what they were cut from
    last_batch  int not null default 0, -- numbers are not used twice, not even by a plan made anew
    primary key (company_id, transfer_id)
);

create sequence report_change_number;
create table report_change (
    company_id  uuid not null,
    change_id   bigint not null default nextval('report_change_number'),
    report_id   bigint not null,
    document_id uuid not null,
    received_at timestamptz not null,
    added       boolean not null,
    xact        xid8 not null default pg_current_xact_id(),
    primary key (company_id, change_id)
);

do $$
declare
    t text;
begin
    foreach t in array array['transfer_follow', 'report_change'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (company_id = bound_company())', t);
    end loop;
end $$;

-- What has not been seen yet when the ranges were cut, whenever it was written.
create view report_change_due with (security_invoker = true) as
    select c.company_id, c.change_id, c.report_id, c.document_id, c.received_at, c.added
    from report_change c
    where not exists (
        select from transfer_follow f
        where f.company_id = c.company_id and f.following and pg_visible_in_snapshot(c.xact, f.planned));

create function follow_report() returns trigger language plpgsql as $$
declare
    r report;
begin
    if tg_op = 'DELETE' then r := old; else r := new; end if;
    insert into report_change (company_id, report_id, document_id, received_at, added)
    values (r.company_id, r.report_id, r.document_id, r.received_at, tg_op = 'INSERT');
    return null;
end $$;
create trigger follow after insert or update or delete on report for each row execute function follow_report();

-- While nobody follows, each statement clears away some of the changes that ended long enough ago to be seen by everybody:
-- whoever begins to follow after that sees their reports themselves. It looks at the oldest only, and once a statement, so
-- that a bulk load does not take the square of its size.
create function clear_report_changes() returns trigger language plpgsql as $$
begin
    delete from report_change c
    where c.ctid = any(array(
            select ctid from report_change order by company_id, change_id limit 1000 for update skip locked))
        and c.xact < pg_snapshot_xmin(pg_current_snapshot())
        and not exists (select from transfer_follow f where f.company_id = c.company_id and f.following);
    return null;
end $$;
create trigger follow_clear after insert or update or delete on report
    for each statement execute function clear_report_changes();

alter table transfer_batch
    add first_id bigint,                -- the range of a batch of the history; null: its reports are listed
    add last_id bigint,
    add since timestamptz;
comment on table transfer_report is
    'Reports outside of ranges: those that came or changed later; batch 0: in no batch, whatever the ranges say';
