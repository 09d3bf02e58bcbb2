-- Several nodes: which run has a worker and which waits for one; pausing, cancelling, and alarms.

-- No company's, as the scheduler's own table beside it: ids and times only. Admission reads it over all companies, gives
-- the few workers to the many runs, partner by partner, and hands them to the scheduler.
create table run_queue (
    run_id     uuid primary key,
    runner_id  uuid not null,
    subject_id uuid not null,
    plan       text not null,
    state      text not null check (state in ('WAITING', 'AT_WORK', 'PAUSED', 'STANDS', 'ENDED')),
    turn       bigint not null default 0,   -- how often it was given a worker; a worker of an older turn is sent away
    due_at     timestamptz not null,        -- while it waits: not before
    since      timestamptz not null
);
create index on run_queue (state, runner_id);
create index on run_queue (runner_id);

-- Runs from before: those at work keep the task that they have.
insert into run_queue (run_id, runner_id, subject_id, plan, state, due_at, since)
select run_id, company_id, subject_id, plan,
       case state when 'RUNNING' then 'AT_WORK' when 'NEEDS_PERSON' then 'STANDS' else 'ENDED' end,
       changed_at, changed_at
from migration_run;

alter table migration_run
    add column steps      text[] not null default '{}',     -- of its plan, as the newest node knows it that worked on it
    add column wish       text check (wish in ('PAUSE', 'CANCEL')),
    add column wished_by  uuid,
    add column acts       text,                             -- who acts next where it stands: RUNNER or OPERATOR
    add column moved_at   timestamptz not null default now(),
    add column alarmed_at timestamptz;                      -- since when it is known that it does not move
