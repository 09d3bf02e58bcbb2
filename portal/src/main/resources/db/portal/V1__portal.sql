-- The Management Portal's schema. Every row of a tenant carries tenant_id first in its key; row-level security compares
-- it with the tenant bound to the transaction (Tenancy) and shows nothing where none is bound. What a transfer brought is
-- hidden by the policy, not by each query, until the transfer's outcome row says ACTIVATED.

alter default privileges in schema public grant select, insert, update, delete on tables to portal_app;
alter default privileges in schema public grant usage, select on sequences to portal_app;
grant usage on schema public to portal_app, portal_intake;

create function bound_tenant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant', true), '')::uuid;

-- Set by the intake and the proof only, in their own transactions: the transfer whose hidden rows they may see.
create function opened_transfer() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.transfer', true), '')::uuid;

-- ------------------------------------------------------------------------------------------------ No tenant's

create table sign_in_directory (
    email     text primary key check (email = lower(email)),
    tenant_id uuid not null,
    user_id   uuid not null
);

create table product (
    product text primary key,
    kind    text not null,
    rate    numeric(18, 4) not null check (rate > 0)     -- units of a common licence that one erasure takes
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

-- ---------------------------------------------------------------------------------------------------- Tenants

create table tenant (
    tenant_id           uuid primary key,             -- the company's id in the Cloud, where it came from there
    parent_id           uuid,
    kind                text not null check (kind in ('VENDOR', 'PARTNER', 'CUSTOMER')),
    name                text not null,
    language            text not null default 'en' check (language in ('en', 'de')),
    zone                text not null default 'UTC',
    suspended           boolean not null default false,
    default_workflow_id uuid,
    default_pool_id     uuid,
    origin              text not null check (origin in ('CLOUD', 'PORTAL')),
    created_at          timestamptz not null
);

-- What a partner sees of its customers' tenants: rows of its own.
create table managed_tenant (
    tenant_id  uuid not null,           -- the viewer
    managed_id uuid not null,
    parent_id  uuid not null,
    kind       text not null check (kind in ('PARTNER', 'CUSTOMER')),
    name       text not null,
    migration  text not null check (migration in ('NONE', 'STAGE_ONE', 'STAGE_TWO', 'COMPLETED')),
    created_at timestamptz not null,
    primary key (tenant_id, managed_id)
);

create table user_group (
    tenant_id uuid not null,
    group_id  uuid not null,
    parent_id uuid,
    name      text not null,
    primary key (tenant_id, group_id)
);

create table role (
    tenant_id  uuid not null,
    role_id    uuid not null,
    name       text not null,
    predefined text check (predefined in ('MANAGER', 'BASIC_USER', 'AUDITOR')),
    rights     text[] not null,
    primary key (tenant_id, role_id)
);

create table app_user (
    tenant_id         uuid not null,
    user_id           uuid not null,
    group_id          uuid not null,
    role_id           uuid not null,
    pool_id           uuid,             -- the licence pool the user draws from; null: the tenant's default pool
    email             text not null check (email = lower(email)),
    name              text not null,
    password_hash     text,             -- null: invited, not signed up yet
    language          text check (language in ('en', 'de')),
    theme             text check (theme in ('light', 'dark')),
    disabled          boolean not null default false,
    signed_up_at      timestamptz,
    first_signed_in_at timestamptz,
    last_signed_in_at timestamptz,
    created_at        timestamptz not null,
    version           int not null default 0,
    primary key (tenant_id, user_id),
    unique (tenant_id, email),
    foreign key (tenant_id, group_id) references user_group,
    foreign key (tenant_id, role_id) references role
);

-- A link that activates an account: the token is mailed and only its hash is kept; it expires and works once. The link
-- carries the tenant's id beside the token, so that no lookup crosses tenants.
create table invitation (
    tenant_id     uuid not null,
    invitation_id uuid not null,
    user_id       uuid not null,
    token_hash    bytea not null,
    mail_id       uuid not null,
    invited_at    timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz,
    superseded_at timestamptz,          -- a later invitation was sent to the same user
    primary key (tenant_id, invitation_id),
    foreign key (tenant_id, user_id) references app_user
);
create index on invitation (tenant_id, user_id);

create table workflow (
    tenant_id   uuid not null,
    workflow_id uuid not null,
    name        text not null,
    definition  text not null,
    transfer_id uuid,
    created_at  timestamptz not null,
    primary key (tenant_id, workflow_id)
);

-- -------------------------------------------------------------------------------------------------- Licences

create table licence_pool (
    tenant_id   uuid not null,
    pool_id     uuid not null,
    product     text not null references product,
    name        text not null,
    kind        text not null check (kind in ('OWN', 'TRIAL')),   -- a trial pool is never merged
    expires_on  date,
    transfer_id uuid,
    created_at  timestamptz not null,
    primary key (tenant_id, pool_id)
);

create table licence_balance (
    tenant_id   uuid not null,
    pool_id     uuid not null,
    remaining   numeric(18, 4) not null check (remaining >= 0),
    reserved    numeric(18, 4) not null check (reserved >= 0),
    transfer_id uuid,
    primary key (tenant_id, pool_id),
    foreign key (tenant_id, pool_id) references licence_pool
);

create table reservation (
    tenant_id       uuid not null,
    reservation_id  uuid not null,
    pool_id         uuid not null,
    quantity        numeric(18, 4) not null check (quantity > 0),
    idempotency_key uuid not null,
    client_id       uuid not null,
    user_id         uuid,
    state           text not null check (state in ('OPEN', 'CONSUMED', 'RELEASED', 'MOVED')),
    document_id     uuid,
    transfer_id     uuid,
    reserved_at     timestamptz not null,
    closed_at       timestamptz,
    primary key (tenant_id, reservation_id),
    unique (tenant_id, idempotency_key),
    foreign key (tenant_id, pool_id) references licence_pool
);

create table ledger_entry (
    tenant_id      uuid not null,
    entry_id       uuid not null,
    pool_id        uuid not null,
    kind           text not null check (kind in ('GRANT_IN', 'GRANT_OUT', 'EXPIRE', 'RESERVE', 'RELEASE', 'CONSUME',
                                                 'TRANSFER_OUT', 'TRANSFER_OUT_REVERSED', 'TRANSFER_IN')),
    quantity       numeric(18, 4) not null check (quantity >= 0),
    reserved       numeric(18, 4) not null default 0 check (reserved >= 0),
    reservation_id uuid,
    transfer_id    uuid,                -- of a transfer's entry; the row counts once that transfer is activated
    epoch          bigint,
    counterpart_id uuid,
    note           text,
    by_user        uuid,
    at             timestamptz not null,
    primary key (tenant_id, entry_id),
    foreign key (tenant_id, pool_id) references licence_pool
);
create index on ledger_entry (tenant_id, pool_id, entry_id);

-- ---------------------------------------------------------------------------------------------------- Clients

create table enrolment_code (
    tenant_id  uuid not null,
    code_id    uuid not null,
    user_id    uuid not null,
    code_hash  bytea not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (tenant_id, code_id)
);

create table erasure_client (
    tenant_id    uuid not null,
    client_id    uuid not null,
    name         text not null,
    version      text not null,
    user_id      uuid not null,
    token_hash   bytea,
    enrolled_at  timestamptz not null,
    last_seen_at timestamptz not null,
    primary key (tenant_id, client_id)
);

create table api_key (
    tenant_id    uuid not null,
    key_id       uuid not null,
    name         text not null,
    key_hash     bytea not null,
    user_id      uuid not null,         -- the owner
    made_at      timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (tenant_id, key_id)
);

-- --------------------------------------------------------------------------------------------------- Reports

create table report (
    tenant_id       uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    report_id       uuid not null,      -- version 7 at received_at: time-ordered also for reports that moved
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
    fields          jsonb not null default '{}',
    failure         text,
    signature_state text not null check (signature_state in ('VERIFIED', 'NOT_VERIFIABLE', 'INVALID')),
    cover           text not null check (cover in ('RESERVATION', 'NONE')),
    digest          bytea not null check (octet_length(digest) = 32),
    size            int not null,
    dictionary      int not null default 0,
    body            bytea not null,
    received_entry  bytea not null,     -- the log entry of the environment that received it, merged in on export only
    transfer_id     uuid,
    primary key (tenant_id, report_id),
    unique (tenant_id, document_id)
);
alter table report alter column body set storage external;
alter table report set (toast_tuple_target = 8160);
create index on report (tenant_id, received_at);

create table report_serial (
    tenant_id   uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    serial      text not null check (serial = lower(serial)),
    report_id   uuid not null,
    transfer_id uuid,
    primary key (tenant_id, serial, report_id)
);

-- The point of no return: the first insert wins. ACTIVATED makes every row of the transfer visible and usable.
create table transfer_outcome (
    tenant_id   uuid not null,
    transfer_id uuid not null,
    epoch       bigint not null,
    outcome     text not null check (outcome in ('ACTIVATED', 'ABORTED')),
    at          timestamptz not null,
    primary key (tenant_id, transfer_id, epoch)
);
-- Of all epochs of a transfer at most one is activated.
create unique index on transfer_outcome (tenant_id, transfer_id) where outcome = 'ACTIVATED';

-- ---------------------------------------------------------------------------------------------- Audit and mail

create table audit_entry (
    tenant_id  uuid not null,
    entry_id   uuid not null,
    at         timestamptz not null,
    actor_id   uuid,
    act        text not null,
    subject_id uuid,
    address    text,
    primary key (tenant_id, entry_id)
);

-- The outbox (platform) speaks of companies, hence the column's name.
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

-- -------------------------------------------------------------------------------------------------- Policies

do $$
declare
    t text;
begin
    foreach t in array array['tenant', 'managed_tenant', 'user_group', 'role', 'app_user', 'invitation',
        'enrolment_code', 'erasure_client', 'api_key', 'transfer_outcome', 'audit_entry'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I using (tenant_id = bound_tenant())', t);
    end loop;
    foreach t in array array['workflow', 'licence_pool', 'licence_balance', 'reservation', 'ledger_entry', 'report',
        'report_serial'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own_and_activated on %I using (tenant_id = bound_tenant() and ('
            || 'transfer_id is null or transfer_id = opened_transfer() or transfer_id in ('
            || 'select o.transfer_id from transfer_outcome o '
            || 'where o.tenant_id = bound_tenant() and o.outcome = ''ACTIVATED'')))', t);
    end loop;
    execute 'alter table mail enable row level security';
    execute 'create policy own on mail using (company_id = bound_tenant())';
end $$;

revoke update, delete on ledger_entry, audit_entry, transfer_outcome from portal_app;
revoke insert, update, delete on product from portal_app;

-- COPY is refused on tables with row-level security, so the intake has a role of its own that bypasses it. It may insert
-- into the report tables and nothing else, and not name the tenant, whose default is the bound tenant.
grant insert (report_id, document_id, received_at, kind, product, product_version, state, standard, serial, imei,
              asset_tag, manufacturer, model, erased_at, erasure_person, fields, failure, signature_state, cover, digest,
              size, dictionary, body, received_entry, transfer_id) on report to portal_intake;
grant insert (serial, report_id, transfer_id) on report_serial to portal_intake;

insert into product (product, kind, rate) values
    ('Drive Eraser - PC Edition', 'COMPUTER', 1),
    ('Drive Eraser - Server Edition', 'COMPUTER', 1),
    ('Mobile Device Eraser - Erasure', 'MOBILE', 1),
    ('Removable Media Eraser', 'FLASH', 1),
    ('Drive Eraser - Asset Profiler', 'COMPUTER', 0.5),
    ('File Eraser', 'FILE', 1),
    ('LUN Eraser', 'LUN', 1),
    ('Virtual Machine Eraser', 'VIRTUAL', 1);
