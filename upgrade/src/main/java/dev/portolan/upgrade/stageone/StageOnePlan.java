package dev.portolan.upgrade.stageone;

import dev.portolan.migration.Plan;
import dev.portolan.migration.Step;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stage one, in its order. */
@Configuration(proxyBeanMethods = false)
class StageOnePlan {
    static final String NAME = "stage-one";

    @Bean
    Plan stageOne(Provisioning provisioning, Inviting inviting, StageOneEnd end) {
        return new Plan(
                NAME,
                List.of(
                        Step.of("tenant", provisioning::tenant),
                        Step.of("roles", provisioning::roles),
                        Step.of("groups", provisioning::groups),
                        Step.of("users", provisioning::users),
                        Step.of("invitations", inviting::invite),
                        Step.of("invitations-settled", inviting::waitUntilSettled),
                        Step.of("done", end::done)),
                List.of(),
                List.of(Step.of("failed", end::failed)));
    }

    @Bean
    Plan inviteAgain(Inviting inviting) {
        return new Plan(
                StageOneRuns.INVITE_AGAIN,
                List.of(Step.of("invitations-again", inviting::inviteAgain)),
                List.of(),
                List.of());
    }
}
