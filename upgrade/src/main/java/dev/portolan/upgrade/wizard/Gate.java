package dev.portolan.upgrade.wizard;

import dev.portolan.upgrade.company.Companies;
import dev.portolan.web.Refusal;
import dev.portolan.web.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets managers of entitled companies into everything below /upgrade, and nobody else. */
@Component
final class Gate implements HandlerInterceptor, WebMvcConfigurer {
    private final Companies companies;
    private final UpgradeNames names;

    Gate(Companies companies, UpgradeNames names) {
        this.companies = companies;
        this.names = names;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/upgrade", "/upgrade/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(request.getUserPrincipal() instanceof Authentication authentication)
                || !(authentication.getPrincipal() instanceof SignedIn person)) throw Refusal.forbidden();
        return switch (companies.admission(person.company(), person.userId())) {
            case ADMITTED -> true;
            case NOT_ENTITLED -> throw refused("upgrade_not_entitled");
            case NOT_MANAGER -> throw refused("upgrade_managers_only");
        };
    }

    private Refusal refused(String code) {
        return new Refusal(HttpStatus.FORBIDDEN, code, names.portal(), names.sales(), names.support());
    }
}
