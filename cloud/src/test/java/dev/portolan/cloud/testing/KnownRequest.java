package dev.portolan.cloud.testing;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * How to call an endpoint with everything of the owner's in it.
 *
 * @param endpoint method and pattern as Spring maps them, such as {@code GET /reports/{id}}
 * @param owner who may do it
 * @param stranger somebody of another company with the same role, who sends the identical request
 * @param outcome what the stranger gets
 * @param send sends the request as this user
 */
public record KnownRequest(
        String endpoint,
        Function<Scene, TestUser> owner,
        Function<Scene, TestUser> stranger,
        Outcome outcome,
        Sending send) {

    /** What the identical request of a stranger leads to. In every case no word of the owner's data is in the answer. */
    public enum Outcome {
        /** 403 or 404. */
        REFUSED,
        /** The stranger's own data, or a page of nobody's: the address names nothing of the owner's. */
        OWN
    }

    /** Sends the request about the scene as a user who is signed in at the visitor's browser. */
    public interface Sending {
        HttpResponse<String> send(Scene scene, Visitor visitor, TestUser as);
    }

    /** A page that names something of the owner's in its address. */
    public static KnownRequest page(String pattern, Function<Scene, String> path) {
        return new KnownRequest(
                "GET " + pattern,
                Scene::manager,
                Scene::stranger,
                Outcome.REFUSED,
                (scene, visitor, as) -> visitor.get(path.apply(scene)));
    }

    /** A page that shows what the reader's company has. */
    public static KnownRequest list(String path) {
        return new KnownRequest(
                "GET " + path, Scene::manager, Scene::stranger, Outcome.OWN, (scene, visitor, as) -> visitor.get(path));
    }

    /** A form about something of the owner's. */
    public static KnownRequest form(
            String pattern, Function<Scene, String> path, Function<Scene, Map<String, String>> fields) {
        return new KnownRequest(
                "POST " + pattern,
                Scene::manager,
                Scene::stranger,
                Outcome.REFUSED,
                (scene, visitor, as) -> visitor.post(path.apply(scene), fields.apply(scene)));
    }

    /** A program's request, with credentials. */
    public static KnownRequest program(String endpoint, Function<Scene, String> path, Function<Scene, Body> body) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        return new KnownRequest(endpoint, Scene::manager, Scene::stranger, Outcome.REFUSED, (scene, visitor, as) -> {
            var content = body.apply(scene);
            return visitor.program(
                    as,
                    visitor.at(path.apply(scene))
                            .header("Content-Type", content.type())
                            .method(method, HttpRequest.BodyPublishers.ofByteArray(content.bytes())));
        });
    }

    /** What a program sends. */
    public record Body(String type, byte[] bytes) {
        public static Body of(String type, String text) {
            return new Body(type, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The same done by others. */
    public KnownRequest by(Function<Scene, TestUser> otherOwner, Function<Scene, TestUser> otherStranger) {
        return new KnownRequest(endpoint, otherOwner, otherStranger, outcome, send);
    }

    /** The same where the stranger gets an answer of their own. */
    public KnownRequest own() {
        return new KnownRequest(endpoint, owner, stranger, Outcome.OWN, send);
    }

    /** Whether it is a page to look at. */
    public boolean isGet() {
        return endpoint.startsWith("GET ");
    }
}
