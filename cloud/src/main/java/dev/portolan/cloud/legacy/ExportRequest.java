package dev.portolan.cloud.legacy;

import java.util.List;

/**
 * What an export asks for.
 *
 * @param searches all with {@code conjunction} must hold and, if there are any without, at least one of those
 */
record ExportRequest(List<Search> searches) {
    ExportRequest {
        searches = List.copyOf(searches);
    }
}
