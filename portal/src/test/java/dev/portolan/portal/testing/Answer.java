package dev.portolan.portal.testing;

import java.net.http.HttpHeaders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the app answered. */
public record Answer(int status, String body, HttpHeaders headers) {
    /** The body as a page. */
    public Document page() {
        return Jsoup.parse(body);
    }

    /** A header's first value, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The page's heading. */
    public String heading() {
        var h1 = page().selectFirst("h1");
        return h1 == null ? "" : h1.text();
    }
}
