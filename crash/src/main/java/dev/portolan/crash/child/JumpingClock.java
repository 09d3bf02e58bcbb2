package dev.portolan.crash.child;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The machine's clock, moved by so much as the parent says: for the app's code and for its scheduler alike. */
final class JumpingClock extends Clock {
    private static final AtomicLong AHEAD = new AtomicLong();
    private static final String SCHEDULER = Scheduler.class.getPackageName();

    static void jumpTo(long millisAhead) {
        AHEAD.set(millisAhead);
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(AHEAD.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), java.time.Duration.ofMillis(AHEAD.get()));
    }

    @Configuration(proxyBeanMethods = false)
    static class InApp {
        @Bean
        @Primary
        Clock jumpingClock() {
            return new JumpingClock();
        }

        @Bean
        static BeanPostProcessor schedulersClock() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof Scheduler)
                        replaceClocks(bean, Collections.newSetFromMap(new IdentityHashMap<>()));
                    return bean;
                }
            };
        }
    }

    /** The scheduler offers no way to set its clock from outside, and keeps it in several of its parts. */
    private static void replaceClocks(@Nullable Object part, Set<Object> seen) {
        if (part == null
                || part.getClass().isHidden()
                || !part.getClass().getName().startsWith(SCHEDULER)) return;
        if (!seen.add(part)) return;
        for (Class<?> type = part.getClass();
                type != null && type.getName().startsWith(SCHEDULER);
                type = type.getSuperclass())
            for (var field : type.getDeclaredFields())
                if (!Modifier.isStatic(field.getModifiers())) replaceClock(part, field, seen);
    }

    private static void replaceClock(Object part, Field field, Set<Object> seen) {
        try {
            if (field.getType().isPrimitive() || part.getClass().isRecord() || part instanceof Enum) return;
            field.setAccessible(true);
            if (field.getType() == com.github.kagkarlsson.scheduler.Clock.class)
                field.set(part, (com.github.kagkarlsson.scheduler.Clock)
                        () -> Instant.now().plusMillis(AHEAD.get()));
            else replaceClocks(field.get(part), seen);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException("the scheduler's clock cannot be replaced: " + field, unknown);
        }
    }
}
