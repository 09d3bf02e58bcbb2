package dev.portolan.cloud.reconcile;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command works on no task. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("portolan.reconcile")
class Unscheduled {

    @Bean
    DbSchedulerStarter never() {
        return () -> {};
    }
}
