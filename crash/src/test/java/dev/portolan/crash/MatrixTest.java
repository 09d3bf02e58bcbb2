package dev.portolan.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No durable transition of the product is forgotten: each point that its code names has cases. */
class MatrixTest {
    private static final ProductPoints PRODUCT = ProductPoints.read();

    @Test
    void every_step_and_every_named_point_of_the_product_has_cases() {
        var ought = new TreeSet<>(PRODUCT.points());
        PRODUCT.plans().forEach((plan, steps) -> Steps.around(steps).forEach(point -> ought.add(named(plan, point))));
        var broken = new TreeSet<String>();
        for (var one : new Matrix(asOneWay(PRODUCT.plans())).cases())
            if (one.place() instanceof Place.Point point) {
                broken.add(point.name());
                broken.add(named(one.plan(), point.name()));
            }
        assertThat(ought).as("the product's points").hasSizeGreaterThan(80).isSubsetOf(broken);
    }

    @Test
    void the_reading_of_the_product_sees_its_plans() {
        assertThat(PRODUCT.plans().keySet())
                .as("a plan that the cases do not know needs cases of its own")
                .isEqualTo(Set.of(Case.STAGE_ONE, Case.INVITE_AGAIN, Case.STAGE_TWO, Case.UNDO));
        assertThat(PRODUCT.plans().get(Case.UNDO)).contains("undo-decide", "undo-failed");
        assertThat(PRODUCT.points()).contains("batch-read", "undo-committed");
    }

    private static String named(String plan, String point) {
        return plan + " " + point;
    }

    /** Which of the steps give back is not seen in the code. */
    private static Map<String, Steps> asOneWay(Map<String, java.util.List<String>> plans) {
        return plans.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        plan -> new Steps(plan.getValue(), plan.getValue()),
                        (one, other) -> one,
                        HashMap::new));
    }
}
