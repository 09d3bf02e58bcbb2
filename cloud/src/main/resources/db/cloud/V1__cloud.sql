-- The Cloud's schema. Every row of a company carries company_id first in its key; row-level security compares it with
-- the company bound to the transaction (Tenancy) and shows nothing where none is bound.
-- Tables that are no company's stand under "No company's"; SchemaTest refuses any other table without a policy.

alter default privileges in schema public grant select, insert, update, delete on tables to cloud_app;
alter default privileges in schema public grant usage, select on sequences to cloud_app;
grant usage on schema public to cloud_app;

create function bound_company() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant', true), '')::uuid;

-- ---------------------------------------------------------------------------------------------- No company's

-- Who signs in with which address; the one place where an e-mail is unique.
create table sign_in_directory (
    email      text primary key check (email = lower(email)),
    company_id uuid not null,
    user_id    uuid not null
);

create table product (
    product text primary key,
    kind    text not null,
    rate    numeric(18, 4) not null check (rate > 0)
);

create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index on scheduled_tasks (execution_time);
create index on scheduled_tasks (last_heartbeat);

create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index on spring_session (expiry_time);
create index on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- ------------------------------------------------------------------------------------------------- Companies

create table company (
    company_id          uuid primary key,
    parent_id           uuid,
    kind                text not null check (kind in ('VENDOR', 'PARTNER', 'CUSTOMER')),
    name                text not null,
    language            text not null default 'en' check (language in ('en', 'de')),
    zone                text not null default 'UTC',
    account_state       text not null default 'ACTIVE' check (account_state in ('ACTIVE', 'SUSPENDED')),
    default_workflow_id uuid,
    created_at          timestamptz not null
);

-- What a partner or the vendor sees of other companies: rows of the viewer's own, no join across companies.
create table managed_company (
    company_id  uuid not null,          -- the viewer
    managed_id  uuid not null,
    parent_id   uuid not null,
    kind        text not null check (kind in ('PARTNER', 'CUSTOMER')),
    name        text not null,
    entitled_at timestamptz,
    created_at  timestamptz not null,
    primary key (company_id, managed_id)
);

create table entitlement (
    company_id  uuid primary key,
    entitled_at timestamptz not null,
    entitled_by uuid not null           -- the operator's user id
);

-- One row a company: may it be written to? Every consuming or reporting transaction holds a share lock on it until its
-- commit; the freeze takes it exclusively, so none is half done.
create table company_freeze (
    company_id  uuid primary key,
    state       text not null default 'ACTIVE' check (state in ('ACTIVE', 'FROZEN', 'ACTIVATING', 'READ_ONLY')),
    transfer_id uuid,
    epoch       bigint not null default 0,
    deadline    timestamptz,
    changed_at  timestamptz not null,
    check (state = 'ACTIVE' or transfer_id is not null)
);

-- ----------------------------------------------------------------------------------------------------- Users

create table user_group (
    company_id uuid not null,
    group_id   uuid not null,
    parent_id  uuid,                    -- null: the main group
    name       text not null,
    primary key (company_id, group_id)
);

create table role (
    company_id uuid not null,
    role_id    uuid not null,
    name       text not null,
    predefined text check (predefined in ('MANAGER', 'BASIC_USER', 'AUDITOR')),   -- null: a custom role
    rights     text[] not null,
    primary key (company_id, role_id)
);

create table app_user (
    company_id        uuid not null,
    user_id           uuid not null,
    group_id          uuid not null,
    role_id           uuid not null,
    email             text not null check (email = lower(email)),
    name              text not null,
    password_hash     text,
    language          text check (language in ('en', 'de')),        -- null: as the browser says
    theme             text check (theme in ('light', 'dark')),      -- null: as the browser says
    disabled          boolean not null default false,
    mail_refused      boolean not null default false,               -- a mail to this address was finally refused
    last_signed_in_at timestamptz,
    created_at        timestamptz not null,
    version           int not null default 0,
    primary key (company_id, user_id),
    unique (company_id, email),
    foreign key (company_id, group_id) references user_group,
    foreign key (company_id, role_id) references role
);

create table workflow (
    company_id  uuid not null,
    workflow_id uuid not null,
    name        text not null,
    definition  text not null,
    created_at  timestamptz not null,
    primary key (company_id, workflow_id)
);

-- -------------------------------------------------------------------------------------------------- Licences

create table licence_pool (
    company_id uuid not null,
    pool_id    uuid not null,
    product    text not null references product,
    name       text not null,
    expires_on date,
    created_at timestamptz not null,
    primary key (company_id, pool_id)
);

-- The sums of ledger_entry, kept in the same commit, so that a reservation locks one row.
create table licence_balance (
    company_id uuid not null,
    pool_id    uuid not null,
    remaining  numeric(18, 4) not null check (remaining >= 0),
    reserved   numeric(18, 4) not null check (reserved >= 0),
    primary key (company_id, pool_id),
    foreign key (company_id, pool_id) references licence_pool
);

create table reservation (
    company_id      uuid not null,
    reservation_id  uuid not null,
    pool_id         uuid not null,
    quantity        numeric(18, 4) not null check (quantity > 0),
    idempotency_key uuid not null,
    client_id       uuid not null,
    user_id         uuid not null,
    state           text not null check (state in ('OPEN', 'CONSUMED', 'RELEASED', 'MOVED')),
    document_id     uuid,
    reserved_at     timestamptz not null,
    closed_at       timestamptz,
    primary key (company_id, reservation_id),
    unique (company_id, idempotency_key),
    foreign key (company_id, pool_id) references licence_pool
);
create index on reservation (company_id, state);

-- Append-only: a balance is the sum of its entries, and no entry is edited.
create table ledger_entry (
    company_id     uuid not null,
    entry_id       uuid not null,
    pool_id        uuid not null,
    kind           text not null check (kind in ('GRANT_IN', 'GRANT_OUT', 'EXPIRE', 'RESERVE', 'RELEASE', 'CONSUME',
                                                 'TRANSFER_OUT', 'TRANSFER_OUT_REVERSED', 'TRANSFER_IN')),
    quantity       numeric(18, 4) not null check (quantity >= 0),           -- what moves out of or into remaining
    reserved       numeric(18, 4) not null default 0 check (reserved >= 0), -- of a transfer: what moves with open reservations
    reservation_id uuid,
    transfer_id    uuid,
    epoch          bigint,
    counterpart_id uuid,                -- of a grant: the other company
    note           text,
    by_user        uuid,
    at             timestamptz not null,
    primary key (company_id, entry_id),
    foreign key (company_id, pool_id) references licence_pool
);
create index on ledger_entry (company_id, pool_id, entry_id);
create unique index on ledger_entry (company_id, transfer_id, epoch, pool_id, kind) where transfer_id is not null;

create table erasure_client (
    company_id   uuid not null,
    client_id    uuid not null,
    name         text not null,
    version      text not null,
    user_id      uuid not null,
    last_seen_at timestamptz not null,
    primary key (company_id, client_id)
);

-- --------------------------------------------------------------------------------------------------- Reports

-- Legal evidence: body holds the received bytes, compressed once on arrival; digest is SHA-256 over the original bytes.
create sequence report_number;
create table report (
    company_id      uuid not null,
    report_id       bigint not null default nextval('report_number'),  -- unique in the environment, for the legacy API
    document_id     uuid not null,
    received_at     timestamptz not null,
    kind            text not null check (kind in ('COMPUTER', 'MOBILE', 'LUN', 'FILE', 'FLASH', 'VIRTUAL')),
    product         text not null,
    product_version text not null,
    state           text not null check (state in ('ERASED', 'NOT_ERASED', 'ERASED_WITH_EXCEPTIONS')),
    standard        text,
    serial          text,
    imei            text,
    asset_tag       text,
    manufacturer    text,
    model           text,
    erased_at       timestamptz,
    erasure_person  text,
    fields          jsonb not null default '{}',       -- custom fields, label to value
    failure         text,
    signature_state text not null check (signature_state in ('VERIFIED', 'NOT_VERIFIABLE', 'INVALID')),
    cover           text not null check (cover in ('RESERVATION', 'NONE')),  -- NONE: nothing covered this report
    digest          bytea not null check (octet_length(digest) = 32),
    size            int not null,
    dictionary      int not null default 0,            -- 0: zstd without a dictionary
    body            bytea not null,
    received_entry  bytea not null,                    -- the Cloud's own log entry, merged in on export only
    primary key (company_id, report_id),
    unique (company_id, document_id)
);
alter table report alter column body set storage external;
alter table report set (toast_tuple_target = 8160);
create index on report (company_id, received_at);

-- Serial numbers, IMEIs and asset tags in lower case. A table of its own, since only equality of plain columns may use
-- an index below row-level security (functions such as lower() are not leakproof).
create table report_serial (
    company_id uuid not null,
    serial     text not null check (serial = lower(serial)),
    report_id  bigint not null,
    primary key (company_id, serial, report_id),
    foreign key (company_id, report_id) references report on delete cascade
);

-- -------------------------------------------------------------------------------------- Calls, audit and mail

create table api_call (
    company_id uuid not null,
    call_id    uuid not null,
    at         timestamptz not null,
    user_id    uuid not null,
    method     text not null,
    endpoint   text not null,
    status     int not null,
    primary key (company_id, call_id)
);
create index on api_call (company_id, endpoint, at);

-- Ids only, no personal data.
create table audit_entry (
    company_id uuid not null,
    entry_id   uuid not null,
    at         timestamptz not null,
    actor_id   uuid,                    -- null: the system itself
    act        text not null,
    subject_id uuid,
    address    text,
    primary key (company_id, entry_id)
);

create table mail (
    company_id uuid not null,
    mail_id    uuid not null,
    about_id   uuid not null,
    recipient  text not null,
    subject    text not null,
    body_text  text not null,
    body_html  text not null,
    state      text not null check (state in ('QUEUED', 'HANDED_OVER', 'REFUSED')),
    refusal    text,
    queued_at  timestamptz not null,
    settled_at timestamptz,
    primary key (company_id, mail_id)
);
create index on mail (company_id, about_id);

-- ------------------------------------------------------------------------------------------------- Policies

do $$
declare
    t text;
begin
    foreach t in array array['company', 'managed_company', 'entitlement', 'company_freeze', 'user_group', 'role', 'app_user',
        'workflow', 'licence_pool', 'licence_balance', 'reservation', 'ledger_entry', 'erasure_client', 'report',
        'report_serial', 'api_call', 'audit_entry', 'mail'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (company_id = bound_company())', t);
    end loop;
end $$;

-- Append-only tables: nobody edits them.
revoke update, delete on ledger_entry, audit_entry, api_call from cloud_app;
revoke update (digest, size, dictionary, body, document_id, company_id, report_id) on report from cloud_app;
revoke insert, update, delete on product from cloud_app;

insert into product (product, kind, rate) values
    ('Drive Eraser - PC Edition', 'COMPUTER', 1),
    ('Drive Eraser - Server Edition', 'COMPUTER', 1),
    ('Mobile Device Eraser - Erasure', 'MOBILE', 1),
    ('Removable Media Eraser', 'FLASH', 1),
    ('Drive Eraser - Asset Profiler', 'COMPUTER', 0.5),
    ('File Eraser', 'FILE', 1),
    ('LUN Eraser', 'LUN', 1),
    ('Virtual Machine Eraser', 'VIRTUAL', 1),
    ('Network Eraser - Classic', 'COMPUTER', 1);
