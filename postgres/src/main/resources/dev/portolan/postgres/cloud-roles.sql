-- Roles and database of the Cloud, for PostgreSQL 15 to 18. Run once as a superuser:
--   psql -v owner_password=… -v app_password=… -f cloud-roles.sql postgres
-- cloud_owner owns the schema and migrates it; cloud_app is what the running app signs in as.
-- Neither may pass by row-level security.
create role cloud_owner;
alter role cloud_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role cloud_app;
alter role cloud_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
create database cloud owner cloud_owner encoding 'UTF8' template template0;
revoke all on database cloud from public;
grant connect on database cloud to cloud_app;
