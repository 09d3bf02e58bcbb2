package dev.portolan.cloud.testing;

import dev.portolan.web.testing.HttpBrowser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody of the Cloud's companies at a browser. */
public final class Visitor extends HttpBrowser {
    public Visitor(int port) {
        super(port);
    }

    public void signIn(TestUser user) {
        signIn(user.email(), user.password());
    }

    /** A program's request with this user's credentials. */
    public HttpResponse<String> program(TestUser user, HttpRequest.Builder request) {
        return program(user.email(), user.password(), request);
    }
}
