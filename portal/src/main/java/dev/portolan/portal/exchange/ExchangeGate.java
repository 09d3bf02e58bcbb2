package dev.portolan.portal.exchange;

import dev.portolan.contract.Exchange;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the two ports apart: messages are answered on the exchange port only, and nothing else is answered there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExchangeGate extends OncePerRequestFilter {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final ExchangeConnector connector;

    ExchangeGate(ExchangeConnector connector) {
        this.connector = connector;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean message = request.getRequestURI().startsWith(request.getContextPath() + Exchange.BASE);
        boolean exchangePort = request.getLocalPort() == connector.port();
        if (message != exchangePort) response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        else if (message && !fromCloud(request)) response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        else chain.doFilter(request, response);
    }

    /**
     * Whether the request came in at the exchange port with a certificate. The connector has let nobody in without one;
     * this holds should its settings ever change.
     */
    boolean fromCloud(HttpServletRequest request) {
        return request.getLocalPort() == connector.port()
                && request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
                && chain.length > 0;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
