package dev.portolan.upgrade.stagetwo;

import dev.portolan.migration.Plan;
import dev.portolan.migration.Run;
import dev.portolan.migration.Step;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stage two, in its order: nothing is lost before "activate", and nothing turns back after it. */
@Configuration(proxyBeanMethods = false)
class StageTwoPlan {
    static final String NAME = "stage-two";

    @Bean
    Plan stageTwo(
            Opening opening,
            Checking checking,
            PeopleAgain people,
            Copying copying,
            BatchProof batchProof,
            History history,
            Freezing freezing,
            RestProof restProof,
            Activation activation,
            FinalProof finalProof,
            Certifying certifying,
            Ending ending,
            GivingBack givingBack) {
        return new Plan(
                NAME,
                List.of(
                        Step.of("start", opening::start),
                        Step.of("checks", checking::check),
                        frozen("lease", freezing::requireLease, freezing),
                        frozen("open", opening::open, freezing),
                        Step.of("people", people::again),
                        Step.of("history", copying::copy),
                        Step.of("history-proof", history::prove),
                        frozen("freeze", freezing::freeze, freezing),
                        frozen("late-reports", copying::copy, freezing),
                        frozen("late-proof", batchProof::prove, freezing),
                        frozen("licences-and-workflows", freezing::leave, freezing),
                        frozen("rest-proof", restProof::prove, freezing),
                        frozen("activating", activation::commit, freezing),
                        Step.of("activate", activation::activate)),
                List.of(
                        Step.of("read-only", activation::readOnly),
                        Step.of("final-proof", finalProof::prove),
                        Step.of("certificate", certifying::certify),
                        Step.of("complete", ending::complete),
                        Step.of("done", ending::done)),
                List.of(Step.of("give-back", givingBack::giveBack), Step.of("failed", givingBack::failed)),
                freezing::holds);
    }

    /** A step that every new epoch does anew, until this side has nothing more to decide. */
    private static Step frozen(String name, Consumer<Run> work, Freezing freezing) {
        return new Step() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean done(Run run) {
                return run.passedInThisEpoch(name) || freezing.decided(run);
            }

            @Override
            public void apply(Run run) {
                work.accept(run);
            }
        };
    }
}
