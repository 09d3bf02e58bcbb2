package dev.portolan.cloud.legacy;

import dev.portolan.cloud.user.Authority;
import dev.portolan.cloud.user.Right;
import dev.portolan.web.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports reports as the old API does. It only reads, so it goes on for companies that are read-only. */
@RestController
class LegacyExport {
    private final Authority authority;
    private final Found found;
    private final PdfExport pdf;

    LegacyExport(Authority authority, Found found, PdfExport pdf) {
        this.authority = authority;
        this.found = found;
        this.pdf = pdf;
    }

    /** Answers 200 with the reports, 404 where none is found, 400 with a reason; see {@link LegacyErrors} for the rest. */
    @PostMapping("/rest-service/report/export/{format}")
    void export(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        authority.require(person, Right.EXPORT_REPORTS);
        if (!format.equals("xml") && !format.equals("pdf") && !format.equals("csv"))
            throw new BadExport("unknown format: reports are exported as xml, pdf or csv");
        var asked = RequestReader.read(RequestText.of(request));
        var reports = found.by(person.company(), asked);
        // That nothing matches must be known before the first byte.
        if (!reports.hasNext()) LegacyAnswer.nothingFound(response);
        else if (format.equals("xml")) XmlExport.write(reports, response);
        else if (format.equals("csv")) CsvExport.write(asked, reports, response);
        else pdf.write(person, asked.pdf(), reports, response);
    }
}
