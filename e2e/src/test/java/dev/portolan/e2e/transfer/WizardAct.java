package dev.portolan.e2e.transfer;

import dev.portolan.web.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A request of the wizard, with everything of the owner's in it.
 *
 * @param endpoint method and pattern as Spring maps them
 * @param path of the request
 * @param fields of the form; empty for a page
 * @param strangers what others get for the identical request
 * @param arrange brings the owner's rows to where the act is possible, before the owner and before the strangers
 * @param effect looks whether the owner got what they wanted
 */
record WizardAct(
        String endpoint,
        String path,
        Map<String, String> fields,
        Strangers strangers,
        Runnable arrange,
        Consumer<HttpResponse<String>> effect) {

    /** What others get; none of them reads a word of the owner's or changes a row of it. */
    enum Strangers {
        /** The request names something of the owner's: 403 or 404. */
        REFUSED,
        /** It names nothing: whoever is not as far gets 403 or 404, whoever is as far gets their own. */
        OWN,
        /** The same for a page; whoever is not as far is led to where they are. */
        LED_BACK
    }

    HttpResponse<String> send(HttpBrowser browser) {
        return endpoint.startsWith("GET ") ? browser.get(path) : browser.post(path, fields);
    }

    /** What the sender says; it may come back to them. */
    boolean says(String word) {
        return path.contains(word) || fields.values().stream().anyMatch(value -> value.contains(word));
    }
}
