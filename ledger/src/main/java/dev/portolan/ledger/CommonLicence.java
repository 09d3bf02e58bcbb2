package dev.portolan.ledger;

import java.util.Map;
import java.util.Optional;

/** One balance for a bundle of products, each with its rate. Products that are not in the bundle are not paid by it. */
public record CommonLicence(Map<ProductCode, Rate> rates) {

    public static final CommonLicence DEFAULT = new CommonLicence(Map.of(
            ProductCode.DRIVE_ERASER_PC, Rate.ONE,
            ProductCode.DRIVE_ERASER_SERVER, Rate.ONE,
            ProductCode.DRIVE_ERASER_ASSET_PROFILER, Rate.HALF,
            ProductCode.MOBILE_DEVICE_ERASER, Rate.ONE,
            ProductCode.REMOVABLE_MEDIA_ERASER, Rate.ONE));

    public CommonLicence {
        rates = Map.copyOf(rates);
    }

    /** Empty when the bundle does not hold the product. */
    public Optional<Rate> rate(ProductCode product) {
        return Optional.ofNullable(rates.get(product));
    }
}
