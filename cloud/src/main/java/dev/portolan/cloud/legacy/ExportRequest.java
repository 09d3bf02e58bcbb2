package dev.portolan.cloud.legacy;

import java.util.List;

/**
 * What an export asks for.
 *
 * @param searches all with {@code conjunction} must hold and, if there are any without, at least one of those
 * @param columns of a CSV file, paths as in searches; empty: {@link CsvOptions#USUAL_COLUMNS}
 */
record ExportRequest(List<Search> searches, List<String> columns, CsvOptions csv, PdfOptions pdf) {
    ExportRequest {
        searches = List.copyOf(searches);
        columns = List.copyOf(columns);
    }
}
