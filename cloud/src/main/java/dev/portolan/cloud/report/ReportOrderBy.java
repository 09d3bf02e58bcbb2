package dev.portolan.cloud.report;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders of the list of reports, as the address names them and as SQL does. */
enum ReportOrderBy {
    NEWEST("-received", "r.received_at desc, r.report_id desc"),
    OLDEST("received", "r.received_at, r.report_id"),
    ERASED_LAST("-erased", "r.erased_at desc nulls last, r.report_id desc"),
    ERASED_FIRST("erased", "r.erased_at nulls first, r.report_id"),
    DEVICE("device", "r.manufacturer, r.model, r.report_id desc"),
    DEVICE_DOWN("-device", "r.manufacturer desc, r.model desc, r.report_id desc"),
    SERIAL("serial", "r.serial, r.report_id desc"),
    SERIAL_DOWN("-serial", "r.serial desc nulls last, r.report_id desc"),
    STATE("state", "r.state, r.received_at desc, r.report_id desc"),
    STATE_DOWN("-state", "r.state desc, r.received_at desc, r.report_id desc");

    private final String parameter;
    private final String sql;

    ReportOrderBy(String parameter, String sql) {
        this.parameter = parameter;
        this.sql = sql;
    }

    static ReportOrderBy of(@Nullable String parameter) {
        return Stream.of(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElse(NEWEST);
    }

    public String parameter() {
        return parameter;
    }

    /** One of the constants above, never a reader's text. */
    String sql() {
        return sql;
    }
}
