package dev.portolan.cloud.legacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** What the old API says instead of reports: a status, a code for programs and a reason. */
final class LegacyAnswer {
    private LegacyAnswer() {}

    static void nothingFound(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_NOT_FOUND, "MC_EXPORT_REPORT_FAILED", "NO REPORTS FOUND");
    }

    static void write(HttpServletResponse response, int status, String code, String reason) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        var body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response><error code=\"%s\">%s</error></response>\n"
                .formatted(code, HtmlUtils.htmlEscapeDecimal(printable(reason)));
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A reason repeats what was sent, and an XML 1.1 request may hold what XML 1.0 cannot. */
    private static String printable(String reason) {
        return reason.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF\\ud800-\\udfff]", "?");
    }
}
