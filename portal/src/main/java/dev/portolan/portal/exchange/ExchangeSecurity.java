package dev.portolan.portal.exchange;

import dev.portolan.contract.Exchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Messages carry no session and no form: who sends them is known by the certificate. Asked here once more, since this rule
 * goes by the decoded path, however the address was written. */
@Configuration(proxyBeanMethods = false)
class ExchangeSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain exchange(HttpSecurity http, ExchangeGate gate) {
        return http.securityMatcher(Exchange.BASE + "**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((person, asked) -> new AuthorizationDecision(gate.fromCloud(asked.getRequest()))))
                .build();
    }
}
