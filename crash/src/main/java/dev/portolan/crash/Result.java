package dev.portolan.crash;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What became of a case.
 *
 * @param end the state it came to rest in
 * @param recovered from the fault to the rest
 * @param frozen the longest time in which neither side gave a licence
 * @param broken what did not hold
 */
record Result(
        int number, Case what, Verdict verdict, String end, Duration recovered, Duration frozen, List<String> broken) {
    Result {
        broken = List.copyOf(broken);
    }

    /** Whether it counts. */
    enum Verdict {
        PASSED,
        FAILED,
        /** This machine does not allow the fault. */
        NOT_POSSIBLE;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    String line() {
        return String.format(
                        Locale.ROOT,
                        "%3d %-12s %-28s %-34s recovered %5.1f s, frozen %5.1f s, %s, %s",
                        number,
                        what.plan(),
                        what.fault().text(),
                        what.where(),
                        seconds(recovered),
                        seconds(frozen),
                        end,
                        verdict.text())
                + (broken.isEmpty() ? "" : ": " + String.join("; ", broken));
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
