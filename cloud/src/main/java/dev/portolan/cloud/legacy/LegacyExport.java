package dev.portolan.cloud.legacy;

import dev.portolan.cloud.report.ArchivedReport;
import dev.portolan.cloud.report.ReportArchive;
import dev.portolan.cloud.user.Authority;
import dev.portolan.cloud.user.Right;
import dev.portolan.web.SignedIn;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Exports reports as the old API does. */
@RestController
class LegacyExport {
    private static final String PART = "xmlRequest";
    private static final int LONGEST = 1_000_000;
    private static final String NOTHING_FOUND = """
            <?xml version="1.0" encoding="UTF-8"?>
            <response><error code="MC_EXPORT_REPORT_FAILED">NO REPORTS FOUND</error></response>
            """;

    private final Authority authority;
    private final ReportArchive archive;

    LegacyExport(Authority authority, ReportArchive archive) {
        this.authority = authority;
        this.archive = archive;
    }

    @PostMapping("/rest-service/report/export/{format}")
    void export(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        authority.require(person, Right.EXPORT_REPORTS);
        try {
            if (!format.equals("xml")) throw new BadExport("this environment exports xml only, not " + known(format));
            var matching = new Matching(RequestReader.read(xmlRequest(request)));
            var narrow = matching.narrow();
            archive.read(person.company(), narrow, reports -> write(reports.filter(matching::holds), response));
        } catch (BadExport bad) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, error("MC_BAD_REQUEST", bad.reason()));
        }
    }

    private static String known(String format) {
        return format.equals("pdf") || format.equals("csv") ? format : "anything else";
    }

    /** Answers as a stream; that nothing matches is known before the first byte. */
    private static void write(Stream<ArchivedReport> reports, HttpServletResponse response) {
        try {
            var each = reports.iterator();
            if (!each.hasNext()) {
                answer(response, HttpServletResponse.SC_NOT_FOUND, NOTHING_FOUND);
                return;
            }
            response.setContentType(MediaType.APPLICATION_XML_VALUE);
            var out = response.getOutputStream();
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><root>".getBytes(StandardCharsets.UTF_8));
            while (each.hasNext()) out.write(BareReport.of(each.next().exported()));
            out.write("</root>".getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static byte[] xmlRequest(HttpServletRequest request) throws IOException {
        var xml = part(request);
        if (xml == null) throw new BadExport("there is no part " + PART);
        if (xml.length > LONGEST) throw new BadExport("the part " + PART + " is too long");
        return xml;
    }

    /** The part as a file, as text, or as a plain form field. */
    private static byte @Nullable [] part(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        try {
            if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
                var part = request.getPart(PART);
                if (part != null) return part.getInputStream().readNBytes(LONGEST + 1);
            }
            var field = request.getParameter(PART);
            return field == null ? null : field.getBytes(StandardCharsets.UTF_8);
        } catch (ServletException | IllegalStateException unreadable) {
            throw new BadExport("the multipart body cannot be read");
        }
    }

    private static String error(String code, String reason) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response><error code=\"%s\">%s</error></response>\n"
                .formatted(code, HtmlUtils.htmlEscapeDecimal(reason));
    }

    private static void answer(HttpServletResponse response, int status, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
