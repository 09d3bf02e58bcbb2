package dev.portolan.portal.licence;

import dev.portolan.ledger.Balance;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pool of licences of one product; {@code expiresOn} is the last day of use, null never ends. */
record Pool(UUID id, @Nullable LocalDate expiresOn, Balance balance) {}
