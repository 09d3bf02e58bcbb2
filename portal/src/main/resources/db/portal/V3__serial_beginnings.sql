-- A serial number is searched by its beginning.
create index on report_serial (tenant_id, serial text_pattern_ops);
