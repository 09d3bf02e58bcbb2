package dev.portolan.demo.data;

import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Inserts reports into the Cloud. */
public final class ReportStore {
    private final NamedParameterJdbcTemplate jdbc;

    /** @param jdbc whose transaction may write the rows of the reports' company */
    public ReportStore(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** As many numbers, in order, of the sequence that reports are numbered by. */
    List<Long> numbers(int count) {
        return jdbc
                .getJdbcTemplate()
                .queryForList("select nextval('report_number') from generate_series(1, ?)", Long.class, count)
                .stream()
                .sorted()
                .toList();
    }

    /** With what they can be found by. */
    public void insert(List<ReportRow> reports) {
        Rows.insert(jdbc, """
                insert into report (company_id, report_id, document_id, received_at, kind, product, product_version, state,
                                    standard, serial, imei, asset_tag, manufacturer, model, erased_at, erasure_person,
                                    fields, failure, signature_state, cover, digest, size, dictionary, body,
                                    received_entry, serials)
                values (:companyId, :reportId, :documentId, :receivedAt, :kind, :product, :productVersion, :state,
                        :standard, :serial, :imei, :assetTag, :manufacturer, :model, :erasedAt, :erasurePerson,
                        cast(:fields as jsonb), :failure, :signatureState, 'RESERVATION', :digest, :size,
                        :dictionary, :body, :receivedEntry, :serials)
                """, reports);
        Rows.insert(jdbc, """
                insert into report_serial (company_id, serial, report_id)
                select :companyId, unnest(:serials), :reportId
                """, reports);
    }
}
