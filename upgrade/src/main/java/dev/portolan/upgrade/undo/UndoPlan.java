package dev.portolan.upgrade.undo;

import dev.portolan.migration.Plan;
import dev.portolan.migration.Run;
import dev.portolan.migration.Step;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Undo, in its order: the transfer stands as it was before "decide", and nothing turns back after it. */
@Configuration(proxyBeanMethods = false)
class UndoPlan {
    static final String NAME = "undo";

    @Bean
    Plan undo(Withdrawing withdrawing, UndoProof proof, Deciding deciding, Returning returning, Abandoning abandoning) {
        return new Plan(
                NAME,
                List.of(
                        Step.of("undo-start", withdrawing::start),
                        Step.of("undo-history-proof", proof::history),
                        anew("undo-freeze", withdrawing::freeze, deciding),
                        anew("undo-leave", proof::rest, deciding),
                        anew("undo-decide", deciding::decide, deciding)),
                List.of(
                        Step.of("undo-settle", returning::settle),
                        Step.of("undo-reports", returning::reports),
                        Step.of("undo-clear", returning::clear),
                        Step.of("undo-certificate", returning::revoke),
                        Step.of("undo-done", returning::done)),
                List.of(Step.of("undo-give-back", abandoning::giveBack), Step.of("undo-failed", abandoning::failed)),
                UndoPlan::holds);
    }

    /** Whether the tenant stands still. */
    private static boolean holds(Run run) {
        return run.passed("undo-freeze") && !run.passed("undo-settle") && !run.passed("undo-give-back");
    }

    /** A step that every new epoch does anew, until the outcome stands. */
    private static Step anew(String name, Consumer<Run> work, Deciding deciding) {
        return new Step() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean done(Run run) {
                return run.passedInThisEpoch(name) || deciding.decided(run);
            }

            @Override
            public void apply(Run run) {
                work.accept(run);
            }
        };
    }
}
