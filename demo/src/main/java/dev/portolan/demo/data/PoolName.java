package dev.portolan.demo.data;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company's pools of one product. */
enum PoolName {
    MAIN("Framework contract", "Rahmenvertrag"),
    /** Has expired with licences left in it. */
    EXPIRED("Last year's contract", "Vorjahresvertrag"),
    /** Expires within weeks. */
    EXPIRING("Project", "Projekt");

    private static final int EXPIRED_MONTHS = 11;
    private static final int EXPIRING_DAYS = 20;

    private final String english;
    private final String german;

    PoolName(String english, String german) {
        this.english = english;
        this.german = german;
    }

    String text(Firm firm) {
        return firm.isGerman() ? german : english;
    }

    UUID id(Firm firm, String product) {
        return DemoIds.named("pool", firm.key(), product, name());
    }

    @Nullable
    LocalDate expiresOn(Calendar calendar) {
        return switch (this) {
            case MAIN -> null;
            case EXPIRED -> LocalDate.ofInstant(calendar.monthsAgo(EXPIRED_MONTHS), ZoneOffset.UTC);
            case EXPIRING -> LocalDate.ofInstant(calendar.now(), ZoneOffset.UTC).plusDays(EXPIRING_DAYS);
        };
    }
}
