package dev.portolan.upgrade.order;

/** Which reports are copied: those the Cloud received in so many months before the order. */
public enum ReportScope {
    NONE(0),
    SIX_MONTHS(6),
    TWELVE_MONTHS(12);

    private final int months;

    ReportScope(int months) {
        this.months = months;
    }

    /** Calendar months, counted back in the subject's time zone. */
    public int months() {
        return months;
    }
}
