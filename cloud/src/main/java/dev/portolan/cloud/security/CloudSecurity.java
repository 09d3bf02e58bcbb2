package dev.portolan.cloud.security;

import dev.portolan.web.Accounts;
import dev.portolan.web.Refusal;
import dev.portolan.web.SecurityDefaults;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The filter chains of the app, most special first. */
@Configuration(proxyBeanMethods = false)
class CloudSecurity {
    /** After it one more try with a password is granted. */
    private static final Duration A_TRY_LATER = Duration.ofSeconds(30);

    /** Programs: credentials with every request, no session, hence no cross-site request to fear. */
    @Bean
    @Order(10)
    SecurityFilterChain programs(
            HttpSecurity http,
            @Qualifier("passwordSignIn") AuthenticationProvider passwordSignIn,
            Accounts accounts,
            List<HandlerExceptionResolver> errors) {
        var basic = new BasicSignIn(passwordSignIn, accounts);
        var unauthorized = unauthorized(errors);
        return SecurityDefaults.headers(http)
                .securityMatcher("/client/v1/**", "/rest-service/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authenticationManager(new ProviderManager(basic))
                .httpBasic(http1 -> http1.authenticationEntryPoint(unauthorized)
                        .withObjectPostProcessor(new ObjectPostProcessor<BasicAuthenticationFilter>() {
                            @Override
                            public <F extends BasicAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationConverter(new BasicCredentials());
                                return filter;
                            }
                        }))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** As the resolvers of the addresses below say it, each in the words of its API. */
    private static AuthenticationEntryPoint unauthorized(List<HandlerExceptionResolver> errors) {
        return (request, response, why) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Portolan\", charset=\"UTF-8\"");
            boolean tooMany = why instanceof LockedException;
            if (tooMany) response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(A_TRY_LATER.toSeconds()));
            var refusal = new Refusal(HttpStatus.UNAUTHORIZED, tooMany ? "too_many_tries" : "unauthorized");
            for (var each : errors) if (each.resolveException(request, response, null, refusal) != null) return;
        };
    }

    @Bean
    @Order(100)
    SecurityFilterChain pages(HttpSecurity http) {
        return SecurityDefaults.pages(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(SecurityDefaults.OPEN_TO_ALL)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
