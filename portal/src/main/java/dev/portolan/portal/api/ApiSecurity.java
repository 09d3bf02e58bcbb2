package dev.portolan.portal.api;

import dev.portolan.portal.security.ProblemEntryPoint;
import dev.portolan.web.SecurityDefaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** The filter chain of the API: a key with every request, no session, no cookie. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(20)
    SecurityFilterChain api(HttpSecurity http, ApiKeys keys, ProblemEntryPoint problems) {
        return SecurityDefaults.headers(http)
                .securityMatcher("/v1/report/**", "/v1/reports/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new KeyFilter(keys), BasicAuthenticationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }
}
