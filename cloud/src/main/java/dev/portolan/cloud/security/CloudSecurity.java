package dev.portolan.cloud.security;

import dev.portolan.web.Accounts;
import dev.portolan.web.Refusal;
import dev.portolan.web.SecurityDefaults;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The filter chains of the app, most special first. */
@Configuration(proxyBeanMethods = false)
class CloudSecurity {

    /** Programs: credentials with every request, no session, hence no cross-site request to fear. */
    @Bean
    @Order(10)
    SecurityFilterChain programs(
            HttpSecurity http,
            @Qualifier("passwordSignIn") AuthenticationProvider passwordSignIn,
            Accounts accounts,
            @Value("${portolan.secret}") String secret,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        var basic = new BasicSignIn(passwordSignIn, accounts, secret);
        var unauthorized = unauthorized(errors);
        return SecurityDefaults.headers(http)
                .securityMatcher("/client/v1/**", "/rest-service/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authenticationManager(new ProviderManager(basic))
                .httpBasic(http1 -> http1.authenticationEntryPoint(unauthorized))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static AuthenticationEntryPoint unauthorized(HandlerExceptionResolver errors) {
        return (request, response, why) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Portolan\", charset=\"UTF-8\"");
            errors.resolveException(request, response, null, new Refusal(HttpStatus.UNAUTHORIZED, "unauthorized"));
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
