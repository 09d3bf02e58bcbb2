package dev.portolan.web;

import java.io.Serial;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What a person or program sent cannot be done. The code is stable and is also the key of the text that says why and
 * what to do: {@code refusal.<code>} in the messages, with the arguments in their order.
 */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** The member that is also sent as the header Retry-After, in seconds. */
    static final String RETRY_AFTER = "retryAfter";

    private final HttpStatus status;
    private final String code;
    private final transient Object[] arguments;
    private final transient Map<String, Object> members;

    public Refusal(HttpStatus status, String code, Object... arguments) {
        this(status, code, Map.of(), arguments);
    }

    /** @param members further members of the problem document, such as {@code newEndpoint} */
    public Refusal(HttpStatus status, String code, Map<String, Object> members, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments.clone();
        this.members = Map.copyOf(members);
    }

    /** Nothing of the reader's company has this id; says the same whether another company has it or none. */
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "not_found");
    }

    /** The reader's role lacks the right. */
    public static Refusal forbidden() {
        return new Refusal(HttpStatus.FORBIDDEN, "forbidden");
    }

    /** Not now: the same request may succeed after the pause (503 with Retry-After). */
    public static Refusal later(String code, Duration pause, Object... arguments) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, code, Map.of(RETRY_AFTER, pause.toSeconds()), arguments);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public Map<String, Object> members() {
        return members;
    }
}
