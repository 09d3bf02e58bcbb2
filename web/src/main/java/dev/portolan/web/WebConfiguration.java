package dev.portolan.web;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.portolan.platform.OrdinaryRole;
import dev.portolan.platform.Tenancy;
import dev.portolan.platform.outbox.Outbox;
import dev.portolan.platform.outbox.OutboxMeter;
import dev.portolan.platform.outbox.Postman;
import dev.portolan.platform.restore.RestoreWatch;
import dev.portolan.platform.restore.StandingStill;
import dev.portolan.platform.traces.Traces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Brings the shared parts into an app; import it there. The app adds {@link Accounts}, {@link AppLook}, {@link Texts},
 * {@link ReadsByPost}.
 */
@Configuration(proxyBeanMethods = false)
@Import({Errors.class, Everywhere.class, SignInPage.class})
public class WebConfiguration {

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    Formats formats() {
        return new Formats();
    }

    /** The port for operators has no sign-in: who reaches it is decided by its address and the firewall. */
    @Bean
    @Order(1)
    SecurityFilterChain management(
            HttpSecurity http,
            @Value("${management.server.port:0}") int managementPort,
            @Value("${server.port:0}") int publicPort) {
        return http.securityMatcher(request -> managementPort != publicPort && request.getLocalPort() == managementPort)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Refuses to start with a database role that row-level security does not bind. */
    @Bean
    Tenancy tenancy(PlatformTransactionManager manager, DataSource source) {
        OrdinaryRole.require(source);
        return new Tenancy(manager, source);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, SchedulerClient scheduler, Clock clock) {
        return new Outbox(jdbc, scheduler, clock);
    }

    @Bean
    OutboxMeter outboxMeter(JdbcClient jdbc) {
        return new OutboxMeter(jdbc);
    }

    @Bean
    Task<?> sendMail(
            Tenancy tenancy,
            JdbcClient jdbc,
            JavaMailSender sender,
            Clock clock,
            @Value("${portolan.mail-from}") String from) {
        return new Postman(tenancy, jdbc, sender, clock, from).task();
    }

    @Bean
    RestoreWatch restoreWatch(JdbcClient jdbc) {
        var watch = new RestoreWatch(jdbc);
        watch.arrive();
        return watch;
    }

    @Bean
    Traces traces(
            @Value("${portolan.traces.endpoint:}") String endpoint, @Value("${spring.application.name}") String app) {
        return Traces.to(endpoint, app);
    }

    /** 1 while no writes are taken, to raise an alarm by. */
    @Bean
    MeterBinder refusing(RestoreWatch watch) {
        return meters -> Gauge.builder(
                        "portolan.writes.refused",
                        watch,
                        each -> each.standing().closed() == null ? 0 : 1)
                .register(meters);
    }

    @Bean
    ExecutionInterceptor standingStill(RestoreWatch watch) {
        return new StandingStill(watch);
    }

    @Bean
    WebMvcConfigurer refusedWrites(RestoreWatch watch, ReadsByPost reads) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RefusedWrites(watch, reads));
            }
        };
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationProvider passwordSignIn(Accounts accounts, PasswordEncoder encoder) {
        return new PasswordSignIn(accounts, encoder);
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SessionPerson sessionPerson(SecurityContextRepository sessions) {
        return new SessionPerson(sessions);
    }
}
