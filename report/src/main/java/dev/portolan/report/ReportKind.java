package dev.portolan.report;

import java.util.Locale;

/** The family of a report, in the order in which the reporting pages list them. */
public enum ReportKind {
    COMPUTER,
    MOBILE,
    LUN,
    FILE,
    FLASH,
    VIRTUAL;

    /** By the product that made the report, then by what the device says it is. */
    static ReportKind of(String product, String chassis) {
        String name = product.toLowerCase(Locale.ROOT);
        if (name.contains("mobile")) {
            return MOBILE;
        }
        if (name.contains("lun ")) {
            return LUN;
        }
        if (name.contains("file ")) {
            return FILE;
        }
        if (name.contains("removable") || name.contains("flash")) {
            return FLASH;
        }
        if (name.contains("virtual")) {
            return VIRTUAL;
        }
        return ofChassis(chassis.toLowerCase(Locale.ROOT));
    }

    private static ReportKind ofChassis(String chassis) {
        if (chassis.contains("mobile device")) {
            return MOBILE;
        }
        return chassis.contains("virtual") ? VIRTUAL : COMPUTER;
    }
}
