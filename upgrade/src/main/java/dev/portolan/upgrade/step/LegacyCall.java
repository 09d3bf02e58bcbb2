package dev.portolan.upgrade.step;

import dev.portolan.upgrade.company.Companies.ApiUse;

/**
 * A legacy call beside what replaces it.
 *
 * @param replacement method and path in the Portal's API
 */
record LegacyCall(ApiUse use, String replacement) {
    static LegacyCall of(ApiUse use) {
        return new LegacyCall(use, replacement(use.endpoint()));
    }

    private static String replacement(String endpoint) {
        if (endpoint.endsWith("/xml")) return "POST /v1/report/export {\"format\": \"XML\"}";
        if (endpoint.endsWith("/csv")) return "POST /v1/report/export {\"format\": \"CSV\"}";
        if (endpoint.endsWith("/pdf")) return "POST /v1/report/export {\"format\": \"PDF\"}";
        return "POST /v1/report/export";
    }
}
