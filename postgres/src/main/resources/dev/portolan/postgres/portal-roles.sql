-- Roles and database of the Portal, for PostgreSQL 15 to 18. Run once as a superuser:
--   psql -v owner_password=… -v app_password=… -f portal-roles.sql postgres
-- portal_owner owns the schema and migrates it; portal_app is what the running app signs in as.
-- portal_intake receives transfers for tenants that do not exist yet, so it passes by row-level security.
-- Nobody signs in as portal_intake, and portal_app does not inherit from it: it must say
-- "set local role portal_intake" inside a transaction.
create role portal_owner;
alter role portal_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role portal_app;
alter role portal_app login noinherit nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
create role portal_intake;
alter role portal_intake nologin noinherit nosuperuser nocreatedb nocreaterole bypassrls;
grant portal_intake to portal_app;
create database portal owner portal_owner encoding 'UTF8' template template0;
revoke all on database portal from public;
grant connect on database portal to portal_app;
