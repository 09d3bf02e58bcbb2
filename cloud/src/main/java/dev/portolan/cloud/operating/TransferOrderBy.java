package dev.portolan.cloud.operating;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders of the list of transfers, as the address names them and as SQL does. */
enum TransferOrderBy {
    STANDS_LONGEST("moved", "r.moved_at, r.run_id"),
    MOVED_LAST("-moved", "r.moved_at desc, r.run_id"),
    COMPANY("company", "c.name, r.run_id"),
    COMPANY_DOWN("-company", "c.name desc, r.run_id"),
    PARTNER("partner", "p.name, c.name, r.run_id"),
    PARTNER_DOWN("-partner", "p.name desc, c.name, r.run_id"),
    STATE("state", "r.state, r.moved_at, r.run_id"),
    STATE_DOWN("-state", "r.state desc, r.moved_at, r.run_id"),
    STEP("step", "r.phase, r.step, r.moved_at, r.run_id"),
    STEP_DOWN("-step", "r.phase desc, r.step desc, r.moved_at, r.run_id");

    private final String parameter;
    private final String sql;

    TransferOrderBy(String parameter, String sql) {
        this.parameter = parameter;
        this.sql = sql;
    }

    static TransferOrderBy of(@Nullable String parameter) {
        return Stream.of(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElse(STANDS_LONGEST);
    }

    String parameter() {
        return parameter;
    }

    /** One of the constants above, never a reader's text. */
    String sql() {
        return sql;
    }
}
