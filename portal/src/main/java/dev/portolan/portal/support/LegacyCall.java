package dev.portolan.portal.support;

/** Calls of the Cloud's API, each with what takes its place; the remarks are {@code apiGuide.<name>}. */
enum LegacyCall {
    EXPORT_XML("POST /rest-service/report/export/xml", "GET /v1/report/export/{uuid}?format=XML"),
    EXPORT_PDF("POST /rest-service/report/export/pdf", "GET /v1/report/export/{uuid}?format=PDF"),
    EXPORT_CSV("POST /rest-service/report/export/csv", "GET /v1/report/export/{uuid}?format=XML"),
    CLIENT_RESERVE("POST /client/v1/reservations", "POST /v1/client/reservations"),
    CLIENT_RELEASE("DELETE /client/v1/reservations/{id}", "DELETE /v1/client/reservations/{id}"),
    CLIENT_REPORT("POST /client/v1/reports", "POST /v1/client/reports");

    private final String call;
    private final String replacement;

    LegacyCall(String call, String replacement) {
        this.call = call;
        this.replacement = replacement;
    }

    public String call() {
        return call;
    }

    public String replacement() {
        return replacement;
    }
}
