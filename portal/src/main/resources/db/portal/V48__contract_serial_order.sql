-- Beginnings of serial numbers are found by the key itself, in whatever collation the database is (like uses no index
-- below row-level security, starts_with does: it is leakproof).
drop index report_serial_tenant_id_serial_idx;
alter table report_serial alter serial type text collate "C";
