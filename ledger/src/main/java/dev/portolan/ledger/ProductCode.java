package dev.portolan.ledger;

/** A licensed product, by the name that clients and accounts use for it: 1 to 100 characters, as written, case counts. */
public record ProductCode(String value) {

    public static final ProductCode DRIVE_ERASER_PC = new ProductCode("Drive Eraser - PC Edition");
    public static final ProductCode DRIVE_ERASER_SERVER = new ProductCode("Drive Eraser - Server Edition");
    public static final ProductCode DRIVE_ERASER_ASSET_PROFILER = new ProductCode("Drive Eraser - Asset Profiler");
    public static final ProductCode MOBILE_DEVICE_ERASER = new ProductCode("Mobile Device Eraser - Erasure");
    public static final ProductCode REMOVABLE_MEDIA_ERASER = new ProductCode("Removable Media Eraser");
    public static final ProductCode COMMON_LICENCE = new ProductCode("Common licence");

    private static final int LONGEST = 100;

    /** @throws IllegalArgumentException if empty, too long, padded with blanks or holding control characters */
    public ProductCode {
        if (value.isBlank() || value.length() > LONGEST || !value.equals(value.strip()))
            throw new IllegalArgumentException("a product code has 1 to 100 characters without blanks around them");
        if (value.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("a product code has no control characters");
    }

    @Override
    public String toString() {
        return value;
    }
}
