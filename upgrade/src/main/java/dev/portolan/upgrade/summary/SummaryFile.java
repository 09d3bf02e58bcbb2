package dev.portolan.upgrade.summary;

import dev.portolan.upgrade.customer.CustomerFilter;
import dev.portolan.upgrade.customer.CustomerRow;
import dev.portolan.upgrade.customer.Customers;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Standings;
import dev.portolan.web.Cell;
import dev.portolan.web.SignedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The summary as CSV (RFC 4180, UTF-8 with a byte order mark), in the reader's language. */
@Component
class SummaryFile {
    private static final int AT_ONCE = 1000;
    private static final CustomerFilter ALL = new CustomerFilter(null, null, null);

    private final Customers customers;
    private final Standings standings;
    private final MessageSource texts;

    SummaryFile(Customers customers, Standings standings, MessageSource texts) {
        this.customers = customers;
        this.standings = standings;
        this.texts = texts;
    }

    String of(SignedIn person) {
        var out = new StringBuilder("\uFEFF");
        out.append(line(Arrays.stream(new String[] {
                    "customer",
                    "status",
                    "description",
                    "users",
                    "signed-up",
                    "licences",
                    "reports",
                    "clients",
                    "changed"
                })
                .map(column -> text("upgrade.col." + column))
                .toList()));
        standings
                .of(person.company(), person.company())
                .ifPresent(own -> out.append(
                        line(head(person.companyName(), own.state(), own.since(), List.of("", "", "", "", "")))));
        for (int page = 1; ; page++) {
            var rows = customers.page(person.company(), ALL, "name", page, AT_ONCE);
            rows.forEach(row -> out.append(line(of(row))));
            if (rows.size() < AT_ONCE) return out.toString();
        }
    }

    private List<String> of(CustomerRow row) {
        return head(
                row.name(),
                row.state(),
                row.changedAt(),
                List.of(
                        Integer.toString(row.users()),
                        Integer.toString(row.signedUp()),
                        row.licences().stripTrailingZeros().toPlainString(),
                        Long.toString(row.reports()),
                        Integer.toString(row.clients())));
    }

    private List<String> head(String name, MigrationState state, Instant changed, List<String> numbers) {
        var cells = new ArrayList<>(
                List.of(name, text("upgrade.status." + state.status()), text("upgrade.state." + state)));
        cells.addAll(numbers);
        cells.add(changed.toString());
        return cells;
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SummaryFile::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        return '"' + Cell.safe(text).replace("\"", "\"\"") + '"';
    }
}
