-- What the proof reads of a report: what is stored of its bytes, and every column that lists, searches, figures and
-- certificates read, as one digest. The Cloud's view of the same name computes the same, and docs/operations/proof.md lists
-- the columns. Times count microseconds, serial numbers stand in the order of their bytes, so that neither a zone nor a
-- collation counts.
create index on report_serial (tenant_id, report_id) include (serial);

create view proved_report with (security_invoker = true) as
select r.tenant_id, r.report_id, r.document_id, r.received_at, r.size, r.dictionary, r.body, r.received_entry, r.transfer_id,
       sha256(convert_to(jsonb_build_array(
           (extract(epoch from r.received_at) * 1000000)::bigint, r.kind, r.product, r.product_version, r.state, r.standard,
           r.serial, r.imei, r.asset_tag, r.manufacturer, r.model, (extract(epoch from r.erased_at) * 1000000)::bigint,
           r.erasure_person, r.fields, r.failure, r.signature_state, r.cover, encode(r.digest, 'hex'), r.size,
           array(select s.serial from report_serial s
                 where s.tenant_id = r.tenant_id and s.report_id = r.report_id
                 order by s.serial collate "C"))::text, 'UTF8')) as columns
from report r;
revoke insert, update, delete on proved_report from portal_app;
