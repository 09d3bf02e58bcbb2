package dev.portolan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void theSameAmountIsTheSameQuantity() {
        assertThat(Quantity.of("1")).isEqualTo(Quantity.of("1.0000")).hasToString("1");
        assertThat(Quantity.of("1200")).hasToString("1200");
        assertThat(Quantity.of("0.50")).hasToString("0.5");
        assertThat(Quantity.of("0E+99")).isEqualTo(Quantity.ZERO).hasToString("0");
    }

    @Test
    void whatIsNoQuantityIsRefusedWithoutEffort() {
        for (var text : List.of(
                "",
                " ",
                "-1",
                "-0.0001",
                "0.00001",
                "one",
                "1,5",
                "1e999999999",
                "1e-999999999",
                "1000000000000000",
                "9".repeat(100))) assertThatIllegalArgumentException().as(text).isThrownBy(() -> Quantity.of(text));
        assertThat(Quantity.of("999999999999999.9999")).hasToString("999999999999999.9999");
    }

    @Test
    void theAssetProfilerTakesHalfACommonLicence() {
        var rate = CommonLicence.DEFAULT
                .rate(ProductCode.DRIVE_ERASER_ASSET_PROFILER)
                .orElseThrow();
        assertThat(rate.cost(Quantity.ONE)).isEqualTo(Quantity.of("0.5"));
        assertThat(rate.cost(Quantity.of("0.0001"))).isEqualTo(Quantity.of("0.0001"));
        assertThat(rate.usesLeft(Quantity.of("3.2"))).isEqualTo(6);
        assertThat(CommonLicence.DEFAULT.rate(new ProductCode("Something else")))
                .isEmpty();
    }

    @Test
    void aProductCodeIsAPlainName() {
        for (var text : List.of("", " ", " padded", "padded ", "two\nlines", "x".repeat(101)))
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> new ProductCode(text));
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of("0"));
    }
}
