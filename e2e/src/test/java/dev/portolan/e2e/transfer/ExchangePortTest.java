package dev.portolan.e2e.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.contract.Cbor;
import dev.portolan.contract.Exchange;
import dev.portolan.contract.Problem;
import dev.portolan.contract.TransferTry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches the messages of the exchange, and who does not. */
@ExtendWith(Pair.Shared.class)
class ExchangePortTest {
    private static BothApps apps;

    @BeforeAll
    static void start(Pair pair) {
        apps = pair.apps;
    }

    @ParameterizedTest
    @EnumSource(Exchange.class)
    void nobody_gets_an_answer_without_the_clouds_certificate(Exchange message) {
        assertThatThrownBy(() -> post(null, exchange(message.path()), new byte[0]))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> post("stranger", exchange(message.path()), new byte[0]))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(Exchange.class)
    void the_pages_port_knows_no_message(Exchange message) throws Exception {
        var url = "http://127.0.0.1:" + apps.portalPort + Exchange.BASE + message.path();
        assertThat(post("cloud", url, new byte[0]).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%65xchange/v1/transfers/open", "/exchange/v%31/transfers/open", "/./exchange/v1/transfers/open"
            })
    void writing_the_address_otherwise_helps_nobody(String path) throws Exception {
        assertThat(post(null, "http://127.0.0.1:" + apps.portalPort + path, new byte[0])
                        .statusCode())
                .isIn(400, 403, 404);
    }

    @ParameterizedTest
    @EnumSource(Exchange.class)
    void rubbish_is_refused(Exchange message) throws Exception {
        var answer = post("cloud", exchange(message.path()), new byte[] {1, 2, 3});
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Cbor.read(answer.body(), Problem.class).code()).isEqualTo("unreadable");
    }

    @Test
    void the_exchange_port_shows_no_page_and_knows_no_other_message() throws Exception {
        assertThat(post("cloud", "https://127.0.0.1:" + apps.exchangePort + "/sign-in", new byte[0])
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("cloud", exchange("nothing"), new byte[0]).statusCode()).isEqualTo(404);
    }

    @Test
    void a_body_damaged_on_its_way_is_asked_for_again() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(exchange("transfers/outcome")))
                .header(Exchange.DIGEST_HEADER, "sha-256=:AAAA:")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        Cbor.write(new TransferTry(UUID.randomUUID(), UUID.randomUUID(), 1))))
                .build();
        assertThat(client("cloud")
                        .send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void a_tenant_that_does_not_exist_cannot_be_transferred_to() throws Exception {
        var order = new TransferTry(UUID.randomUUID(), UUID.randomUUID(), 1);
        var answer = post("cloud", exchange("transfers/open"), Cbor.write(order));
        assertThat(Cbor.read(answer.body(), Problem.class).code()).isEqualTo("unknown_tenant");
    }

    private static String exchange(String path) {
        return "https://127.0.0.1:" + apps.exchangePort + Exchange.BASE + path;
    }

    private static HttpResponse<byte[]> post(@Nullable String who, String url, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client(who).send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpClient client(@Nullable String who) throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(BothApps.keys().trust("cloud")));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(who == null ? null : load(BothApps.keys().store(who)), Keys.PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static KeyStore load(String file) throws Exception {
        try (var in = Files.newInputStream(Path.of(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, Keys.PASSWORD.toCharArray());
            return store;
        }
    }
}
