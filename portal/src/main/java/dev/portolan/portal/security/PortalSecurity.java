package dev.portolan.portal.security;

import dev.portolan.web.SecurityDefaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The filter chains of the app, most special first. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    @Bean
    @Order(100)
    SecurityFilterChain pages(HttpSecurity http) {
        return SecurityDefaults.pages(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(SecurityDefaults.OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers("/invitations/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
