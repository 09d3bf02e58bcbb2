package dev.portolan.crash;

import dev.portolan.postgres.App;
import java.util.Locale;

/** Where in a move a fault strikes. */
sealed interface Place {

    /** For people, such as {@code after:freeze}. */
    String text();

    /** The time the company's run reaches a named point of the engine; 1 for the first. */
    record Point(String name, int time) implements Place {
        @Override
        public String text() {
            return time == 1 ? name : name + " the " + time + ". time";
        }
    }

    /**
     * A message from Cloud to Portal.
     *
     * @param path below the exchange's base; empty for any
     * @param number 1 for the first of that path
     */
    record Message(String path, int number, Moment moment) implements Place {
        @Override
        public String text() {
            var which = path.isEmpty() ? "message " + number : path + " " + number;
            return switch (moment) {
                case BEFORE -> "before " + which;
                case MIDDLE -> "half of " + which;
                case ANSWER -> "the answer to " + which;
            };
        }
    }

    /** When of a message. */
    enum Moment {
        BEFORE,
        MIDDLE,
        ANSWER
    }

    /** A statement, or a piece of a COPY, of the app in a transaction of this company. */
    record Statement(App app, int number) implements Place {
        @Override
        public String text() {
            return "statement " + number + " of the " + app.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A commit of the app in this company, done by the server and not yet known to the app. */
    record Commit(App app, int number) implements Place {
        @Override
        public String text() {
            return "commit " + number + " of the " + app.name().toLowerCase(Locale.ROOT);
        }
    }
}
