package dev.portolan.demo.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Inserts records in batches: the components of a record are the parameters of its statement. */
final class Rows {
    private Rows() {}

    /** Inserts all of them; COPY would be faster and is refused on tables with row-level security. */
    static void insert(NamedParameterJdbcTemplate jdbc, String sql, List<? extends Record> rows) {
        if (rows.isEmpty()) return;
        jdbc.batchUpdate(sql, rows.stream().map(Row::new).toArray(SqlParameterSource[]::new));
    }

    private static final class Row extends SimplePropertySqlParameterSource {
        Row(Record record) {
            super(record);
        }

        @Override
        public @Nullable Object getValue(String name) {
            return switch (super.getValue(name)) {
                case Instant instant -> instant.atOffset(ZoneOffset.UTC);
                case Enum<?> constant -> constant.name();
                case null -> null;
                case Object other -> other;
            };
        }

        @Override
        public int getSqlType(String name) {
            return TYPE_UNKNOWN;
        }
    }
}
