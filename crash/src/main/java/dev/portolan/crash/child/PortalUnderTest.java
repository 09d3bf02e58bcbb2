package dev.portolan.crash.child;

import dev.portolan.portal.PortalApp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
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
        Commands crashCommands(Clock clock) {
            return new Commands(new NoDesk(), clock);
        }
    }

    private static final class NoDesk implements Commands.Desk {
        @Override
        public void order(UUID runner, UUID subject, UUID by, String what) {
            throw new IllegalArgumentException("the Portal takes no orders");
        }

        @Override
        public List<String> steps(String plan, boolean back) {
            throw new IllegalArgumentException("the Portal has no plans");
        }
    }
}
