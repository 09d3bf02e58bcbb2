-- What a report is found by, of one report: for the copy, and for deleting a report. Without it either reads all serial
-- numbers of the company for each report.
create index on report_serial (company_id, report_id) include (serial);
