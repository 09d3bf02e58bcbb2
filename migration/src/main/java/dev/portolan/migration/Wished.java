package dev.portolan.migration;

import java.io.Serial;

/** Somebody's wish is fulfilled here. */
final class Wished extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Wish wish;

    Wished(Wish wish) {
        super(wish.name(), null, false, false);
        this.wish = wish;
    }

    Wish wish() {
        return wish;
    }
}
