package dev.portolan.crash.child;

import dev.portolan.portal.PortalApp;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Portal in a process of its own, whose clock jumps when told. */
public final class PortalUnderTest {
    private PortalUnderTest() {}

    public static void main(String[] arguments) {
        Parent.endWithIt();
        new SpringApplicationBuilder(PortalApp.class, JumpingClock.InApp.class, InPortal.class).run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    static class InPortal {
        @Bean
        Commands crashCommands() {
            return new Commands((runner, subject, by, what) -> {
                throw new IllegalArgumentException("the Portal takes no orders");
            });
        }
    }
}
