package dev.portolan.e2e.transfer;

import dev.portolan.cloud.CloudApp;
import dev.portolan.migration.FaultPoints;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Cloud in a process of its own, which dies without a word at the fault point of the property {@code halt.at}. */
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
            return (run, point) -> {
                if (point.equals(at)) Runtime.getRuntime().halt(137);
            };
        }
    }
}
