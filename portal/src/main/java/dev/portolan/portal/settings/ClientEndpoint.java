package dev.portolan.portal.settings;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where erasure clients reach this app, as people type it into them. */
@Component
class ClientEndpoint {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final URI url;

    ClientEndpoint(@Value("${portolan.public-url}") String publicUrl) {
        this.url = URI.create(publicUrl.replaceAll("/+$", "") + "/v1/client");
    }

    /** The address of the client protocol, without a slash at its end. */
    public String url() {
        return url.toString();
    }

    public String host() {
        return url.getHost();
    }

    public boolean tls() {
        return "https".equals(url.getScheme());
    }

    public int port() {
        if (url.getPort() >= 0) return url.getPort();
        return tls() ? HTTPS : HTTP;
    }
}
