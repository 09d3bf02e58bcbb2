package dev.portolan.cloud.client;

import dev.portolan.ledger.Quantity;
import dev.portolan.web.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A reservation as a client asks for it: any part may be missing or wrong until it is asked for. */
record ReservationRequest(
        @Nullable String product,
        @Nullable String quantity,
        @Nullable Client client,
        @Nullable UUID key) {

    /** The program that asks. */
    record Client(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String version) {
        private static final int LONGEST = 100;

        UUID knownId() {
            return given(id);
        }

        String knownName() {
            return text(name, LONGEST);
        }

        String knownVersion() {
            return text(version, LONGEST);
        }
    }

    private static final int LONGEST_PRODUCT = 200;
    private static final Quantity MOST = Quantity.of(1_000_000);

    String knownProduct() {
        return text(product, LONGEST_PRODUCT);
    }

    Client knownClient() {
        return given(client);
    }

    UUID knownKey() {
        return given(key);
    }

    Quantity uses() {
        try {
            var uses = Quantity.of(given(quantity));
            if (uses.isZero() || !MOST.covers(uses)) throw unreadable();
            return uses;
        } catch (IllegalArgumentException noNumber) {
            throw unreadable();
        }
    }

    private static String text(@Nullable String text, int longest) {
        var known = given(text);
        if (known.isBlank() || known.length() > longest || known.indexOf(0) >= 0) throw unreadable();
        return known;
    }

    private static <T> T given(@Nullable T part) {
        if (part == null) throw unreadable();
        return part;
    }

    private static Refusal unreadable() {
        return new Refusal(HttpStatus.BAD_REQUEST, "bad_request");
    }
}
