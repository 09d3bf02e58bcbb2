package dev.portolan.cloud.legacy;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.portolan.cloud.report.ArchivedReport;
import dev.portolan.web.Cell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Collectors;

/** Writes a line for each report, as they come: RFC 4180 in UTF-8, the first line the paths as they were asked for. */
final class CsvExport {
    private static final String TYPE = "text/csv;charset=UTF-8";
    /** Stands in no XML, so it is no value; the writer has to be told something. */
    private static final char NO_COMMENT = '\0';

    private CsvExport() {}

    static void write(ExportRequest request, Iterator<ArchivedReport> reports, HttpServletResponse response)
            throws IOException {
        response.setContentType(TYPE);
        var options = request.csv();
        var columns = request.columns().isEmpty() ? CsvOptions.USUAL_COLUMNS : request.columns();
        var csv = CsvWriter.builder()
                .fieldSeparator(options.delimiter())
                .commentCharacter(NO_COMMENT)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(response.getOutputStream(), StandardCharsets.UTF_8);
        csv.writeRecord(columns);
        while (reports.hasNext()) {
            var report = reports.next();
            csv.writeRecord(columns.stream()
                    .map(path -> cell(path, report, options.subDelimiter()))
                    .toList());
        }
        csv.flush();
    }

    private static String cell(String path, ArchivedReport report, String subDelimiter) {
        return Cell.safe(Paths.values(path, report).stream().collect(Collectors.joining(subDelimiter)));
    }
}
