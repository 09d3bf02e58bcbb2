-- What a report is found by stands in its row, so that it moves and is proved with it; report_serial is only the index.
alter table report add column serials text[] collate "C" not null default '{}';
update report r set serials = array(
    select s.serial from report_serial s
    where s.company_id = r.company_id and s.report_id = r.report_id
    order by s.serial collate "C");
-- The proof reads the columns one by one.
drop view proved_report;

-- As before, with the new column.
create or replace function keep_report_back() returns trigger language plpgsql as $$
declare
    number bigint;
begin
    insert into report (company_id, document_id, received_at, digest, kind, product, product_version, state, standard, serial,
                        imei, asset_tag, manufacturer, model, erased_at, erasure_person, fields, failure, signature_state,
                        cover, size, dictionary, body, received_entry, serials)
    values (bound_company(), new.document_id, new.received_at, new.digest, new.kind, new.product, new.product_version,
            new.state, new.standard, new.serial, new.imei, new.asset_tag, new.manufacturer, new.model, new.erased_at,
            new.erasure_person, new.fields, new.failure, new.signature_state, new.cover, new.size, new.dictionary, new.body,
            new.received_entry, new.serials)
    on conflict (company_id, document_id) do nothing
    returning report_id into number;
    insert into report_serial (company_id, serial, report_id)
    select bound_company(), s, number from unnest(new.serials) s where number is not null;
    return new;
end $$;
