package dev.portolan.portal.walk;

import dev.portolan.portal.testing.Answer;
import dev.portolan.portal.testing.FullTenant.Made;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** How the walk over all endpoints treats one of them. */
sealed interface Endpoint {

    /** Shows nobody's data, or has no owner; {@code why} says so. */
    record Open(String why) implements Endpoint {}

    /** Is walked by another test. */
    record Elsewhere(String test) implements Endpoint {}

    /**
     * A request of a signed-in person, a program or a client.
     *
     * @param by who sends it
     * @param request made from the owner's tenant
     * @param succeeds whether the owner's answer is a success
     */
    record Owned(By by, Function<Made, Request> request, Predicate<Answer> succeeds) implements Endpoint {}

    /**
     * A link whose holder needs no session. The stranger has the token but names a tenant of their own.
     *
     * @param request made from the owner's tenant, and from the stranger's
     */
    record Link(Function<Made, Request> request, Function<Made, Request> stolen) implements Endpoint {}

    /** Who sends a request. */
    enum By {
        PERSON,
        KEY,
        CLIENT
    }

    /** @param form of a person's request; {@code body} of a program's, with its type */
    record Request(String path, Map<String, String> form, String type, byte[] body) {
        static Request to(String path) {
            return new Request(path, Map.of(), "", new byte[0]);
        }

        static Request form(String path, Map<String, String> form) {
            return new Request(path, form, "", new byte[0]);
        }

        static Request body(String path, String type, byte[] body) {
            return new Request(path, Map.of(), type, body);
        }
    }
}
