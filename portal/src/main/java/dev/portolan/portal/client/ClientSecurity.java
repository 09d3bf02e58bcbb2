package dev.portolan.portal.client;

import dev.portolan.portal.security.ProblemEntryPoint;
import dev.portolan.web.SecurityDefaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** The filter chain of the client protocol: a token with every request, no session, no cookie. */
@Configuration(proxyBeanMethods = false)
class ClientSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain clients(HttpSecurity http, ErasureClients clients, ProblemEntryPoint problems) {
        return SecurityDefaults.headers(http)
                .securityMatcher("/v1/client/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(clients), BasicAuthenticationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/v1/client/enrolments")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
