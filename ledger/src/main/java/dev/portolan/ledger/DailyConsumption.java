package dev.portolan.ledger;

import java.time.LocalDate;

/** What one account consumed on one day. */
public record DailyConsumption(LocalDate day, Quantity consumed) {}
