-- What operators see of all runs, and the switch that holds them all.

-- A copy of what the run's own row says: ids, words of ours and times, nobody's data. Operators read it over all companies;
-- the run's row itself stays its partner's.
alter table run_queue
    add column phase      text not null default 'FORWARD',
    add column step       text,
    add column epoch      bigint not null default 0,
    add column node       text,
    add column fault_code text,
    add column acts       text,
    add column wish       text,
    add column ordered_at timestamptz not null default now(),
    add column moved_at   timestamptz not null default now(),
    add column alarmed_at timestamptz,
    add column outcome    text;

create index on run_queue (moved_at);

-- By a trigger, so that a node of the version before keeps the copy as well.
create function copy_run_to_queue() returns trigger language plpgsql as $$
begin
    update run_queue
    set phase = new.phase, step = new.step, epoch = new.epoch, node = new.node,
        fault_code = coalesce(new.fault_code, new.reason_code), acts = new.acts, wish = new.wish,
        ordered_at = new.ordered_at, moved_at = new.moved_at, alarmed_at = new.alarmed_at,
        outcome = case when new.state in ('DONE', 'FAILED') then new.state end
    where run_id = new.run_id;
    return null;
end $$;

create trigger run_copied after insert or update on migration_run
    for each row execute function copy_run_to_queue();

update run_queue q
set phase = r.phase, step = r.step, epoch = r.epoch, node = r.node,
    fault_code = coalesce(r.fault_code, r.reason_code), acts = r.acts, wish = r.wish,
    ordered_at = r.ordered_at, moved_at = r.moved_at, alarmed_at = r.alarmed_at,
    outcome = case when r.state in ('DONE', 'FAILED') then r.state end
from migration_run r
where r.run_id = q.run_id;

-- While it is held no run is begun, and those at work stop where nobody stands still for them.
create table run_hold (
    only_row   boolean primary key default true check (only_row),
    held       boolean not null,
    by_user    uuid,
    changed_at timestamptz not null
);
insert into run_hold (held, changed_at) values (false, now());
