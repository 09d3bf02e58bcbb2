package dev.portolan.cloud.legacy;

import dev.portolan.cloud.report.ArchivedReport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.springframework.http.MediaType;

/** Writes reports as {@code <root>} with one {@code <report>} each, as they come. */
final class XmlExport {
    private XmlExport() {}

    static void write(Iterator<ArchivedReport> reports, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        var out = response.getOutputStream();
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><root>".getBytes(StandardCharsets.UTF_8));
        while (reports.hasNext()) out.write(BareReport.of(reports.next().exported()));
        out.write("</root>".getBytes(StandardCharsets.UTF_8));
    }
}
