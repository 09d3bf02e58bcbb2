package dev.portolan.e2e.transfer;

import dev.portolan.cloud.CloudApp;
import dev.portolan.migration.FaultPoints;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Cloud in a process of its own, which dies without a word at the fault point of the property {@code halt.at}, and waits
 * to be killed at the one of {@code stall.at} with the company of {@code stall.of}.
 */
final class HaltingCloud {
    private HaltingCloud() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(CloudApp.class, Dying.class).run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    static class Dying {
        @Bean
        FaultPoints dying() {
            var at = System.getProperty("halt.at");
            var stallAt = System.getProperty("stall.at") + " " + System.getProperty("stall.of");
            return (run, point) -> {
                if (point.equals(at)) Runtime.getRuntime().halt(137);
                while ((point + " " + run.subject()).equals(stallAt)) LockSupport.park();
            };
        }
    }
}
