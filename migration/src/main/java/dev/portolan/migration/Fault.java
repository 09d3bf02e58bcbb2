package dev.portolan.migration;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a step cannot go on. The code is stable and names a text, the arguments are the text's. */
public abstract sealed class Fault extends RuntimeException permits AgainLater, NeedsPerson, Refused {
    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<String> arguments;

    Fault(String code, List<String> arguments, @Nullable Throwable cause) {
        super(code + " " + arguments, cause);
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
