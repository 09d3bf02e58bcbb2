package dev.portolan.cloud.legacy;

import dev.portolan.cloud.testing.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** A request for an export as XML, sent as a plain form field. */
final class LegacyForm {
    private LegacyForm() {}

    static HttpRequest.Builder of(Visitor visitor, String xml) {
        return visitor.at("/rest-service/report/export/xml")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "xmlRequest=" + URLEncoder.encode(xml, StandardCharsets.UTF_8)));
    }
}
