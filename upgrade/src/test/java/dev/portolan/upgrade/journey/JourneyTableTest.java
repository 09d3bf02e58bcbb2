package dev.portolan.upgrade.journey;

import static dev.portolan.upgrade.journey.JourneyEvent.BACK;
import static dev.portolan.upgrade.journey.JourneyEvent.NEXT;
import static dev.portolan.upgrade.journey.JourneyEvent.NO;
import static dev.portolan.upgrade.journey.JourneyEvent.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JourneyTableTest {

    @Test
    void everyEdgeOfTheTableIsOneOfThese() {
        var edges = new ArrayList<String>();
        for (var path : Path.values())
            for (var step : Step.values())
                for (var event : JourneyEvent.values())
                    JourneyTable.next(path, step, event)
                            .ifPresent(to ->
                                    edges.add(path + " " + step + " " + event + " > " + to.path() + " " + to.step()));
        assertThat(edges).containsExactlyInAnyOrder("""
                PARTNER CHECK YES > PARTNER WELCOME
                PARTNER CHECK NO > DIRECT WELCOME
                PARTNER WELCOME NEXT > PARTNER SET_UP
                PARTNER WELCOME BACK > PARTNER CHECK
                PARTNER SET_UP NEXT > PARTNER VERIFY_ACCESS
                PARTNER SET_UP BACK > PARTNER WELCOME
                PARTNER VERIFY_ACCESS NEXT > PARTNER API
                PARTNER API NEXT > PARTNER MANAGE_CUSTOMERS
                PARTNER API BACK > PARTNER VERIFY_ACCESS
                PARTNER MANAGE_CUSTOMERS NEXT > PARTNER INITIATE
                PARTNER MANAGE_CUSTOMERS BACK > PARTNER API
                PARTNER INITIATE NEXT > PARTNER TRANSFER_DATA
                PARTNER INITIATE BACK > PARTNER MANAGE_CUSTOMERS
                PARTNER TRANSFER_DATA NEXT > PARTNER SUMMARY
                PARTNER TRANSFER_DATA BACK > PARTNER INITIATE
                DIRECT CHECK YES > PARTNER WELCOME
                DIRECT CHECK NO > DIRECT WELCOME
                DIRECT WELCOME NEXT > DIRECT SET_UP
                DIRECT WELCOME BACK > DIRECT CHECK
                DIRECT SET_UP NEXT > DIRECT VERIFY_ACCESS
                DIRECT SET_UP BACK > DIRECT WELCOME
                DIRECT VERIFY_ACCESS NEXT > DIRECT API
                DIRECT API NEXT > DIRECT TRANSFER_DATA
                DIRECT API BACK > DIRECT VERIFY_ACCESS
                DIRECT TRANSFER_DATA NEXT > DIRECT SUMMARY
                DIRECT TRANSFER_DATA BACK > DIRECT API
                """.strip().split("\n"));
    }

    @ParameterizedTest
    @EnumSource
    void noEventJumpsOverAStep(Path path) {
        for (var step : standing(path))
            for (var event : Set.of(YES, NO, NEXT, BACK))
                JourneyTable.next(path, step, event).ifPresent(to -> {
                    var order = standing(to.path());
                    assertThat(Math.abs(order.indexOf(to.step()) - order.indexOf(step)))
                            .isEqualTo(1);
                });
    }

    @ParameterizedTest
    @EnumSource
    void everyStepIsReachedAndOnlyTheLastEnds(Path path) {
        var step = Step.WELCOME;
        var walked = new ArrayList<>(List.of(Step.CHECK, step));
        while (JourneyTable.next(path, step, NEXT).isPresent()) {
            step = JourneyTable.next(path, step, NEXT).orElseThrow().step();
            walked.add(step);
        }
        assertThat(walked).isEqualTo(standing(path));
        assertThat(step).isEqualTo(Step.SUMMARY);
    }

    @ParameterizedTest
    @EnumSource
    void nothingLeadsBackOverWhatCannotBeUndone(Path path) {
        assertThat(JourneyTable.next(path, Step.VERIFY_ACCESS, BACK)).isEmpty();
        assertThat(JourneyTable.next(path, Step.SUMMARY, BACK)).isEmpty();
    }

    private static List<Step> standing(Path path) {
        return path.steps().stream().filter(step -> !step.happensToCustomers()).toList();
    }
}
