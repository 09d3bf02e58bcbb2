package dev.portolan.cloud.auditlog;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.portolan.cloud.user.Authority;
import dev.portolan.cloud.user.Right;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Cell;
import dev.portolan.web.Download;
import dev.portolan.web.Listing;
import dev.portolan.web.SignedIn;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, when, from where. */
@Controller
class AuditPage {
    private static final int MOST = 10_000;

    private final Authority authority;
    private final Tenancy tenancy;
    private final AuditLog log;

    AuditPage(Authority authority, Tenancy tenancy, AuditLog log) {
        this.authority = authority;
        this.tenancy = tenancy;
        this.log = log;
    }

    @GetMapping("/audit")
    String show(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size,
            Model model) {
        authority.require(person, Right.READ_AUDIT);
        int rows = Listing.size(size);
        tenancy.run(person.company(), () -> {
            int counted = log.count(person.company(), MOST + 1);
            int found = Math.min(counted, MOST);
            int shown = Listing.page(page, (found + rows - 1) / rows);
            var query = Map.of("size", Integer.toString(rows));
            model.addAttribute("list", new Listing("/audit", query, shown, rows, found, counted > found));
            model.addAttribute("rows", log.rows(person.company(), (shown - 1) * rows, rows));
        });
        return "cloud/audit";
    }

    /** The newest entries as CSV: instants in UTC and ids only, as they stand in the log. */
    @GetMapping("/audit/log.csv")
    ResponseEntity<String> export(@AuthenticationPrincipal SignedIn person) throws IOException {
        authority.require(person, Right.READ_AUDIT);
        var rows = tenancy.within(person.company(), () -> log.rows(person.company(), 0, MOST));
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("at", "actor", "act", "subject", "address");
            for (var row : rows) csv.writeRecord(cells(row));
        }
        return Download.of("audit.csv", Download.CSV, text.toString());
    }

    /** The address may be what a client has claimed. */
    private static List<String> cells(AuditLog.Row row) {
        return Stream.of(row.at(), row.actorId(), row.act(), row.subjectId(), row.address())
                .map(value -> Cell.safe(Objects.toString(value, "")))
                .toList();
    }
}
