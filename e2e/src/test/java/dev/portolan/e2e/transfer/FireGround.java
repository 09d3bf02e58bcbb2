package dev.portolan.e2e.transfer;

import dev.portolan.platform.Ids;
import dev.portolan.portal.client.EnrolmentCodes;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Both environments as the erasure clients of one company reach them, by real HTTP. */
final class FireGround implements AutoCloseable {
    static final BigDecimal LICENCES = new BigDecimal("1000000");
    private static final String PASSWORD = "pass word of a test";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final BothApps apps;
    private final Company company;
    private final String basic;
    private final List<Integer> clouds = new CopyOnWriteArrayList<>();
    private final List<Thread> clients = new ArrayList<>();
    private final Acknowledged acknowledged = new Acknowledged();
    private volatile boolean over;

    /** How long an erasure may take, in milliseconds; the shortest takes a third of it. */
    private final int pauseMillis = Integer.getInteger("portolan.fire.pause", 6_000);

    FireGround(BothApps apps, Company company, Look inCloud) {
        this.apps = apps;
        this.company = company;
        var user = company.email("manager") + ":" + PASSWORD;
        basic = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        signsIn(inCloud);
        inCloud.atOnce(() -> plenty(inCloud));
    }

    /** Before stage one, which takes the role with it. */
    static void mayErase(Company company, Look inCloud) {
        inCloud.jdbc
                .sql("update role set rights = rights || '{ERASE}' where company_id = ? and predefined = 'MANAGER'")
                .params(company.id)
                .update();
    }

    private void signsIn(Look inCloud) {
        inCloud.jdbc
                .sql("update app_user set password_hash = ? where user_id = ?")
                .params("{noop}" + PASSWORD, company.manager)
                .update();
        inCloud.jdbc
                .sql("insert into sign_in_directory (email, company_id, user_id) values (?, ?, ?)")
                .params(company.email("manager"), company.id, company.manager)
                .update();
    }

    private void plenty(Look inCloud) {
        inCloud.jdbc
                .sql(
                        "insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, at) values (?, ?, ?, 'GRANT_IN', ?, now())")
                .params(company.id, Ids.next(), company.pool, LICENCES)
                .update();
        inCloud.jdbc
                .sql("update licence_balance set remaining = remaining + ? where pool_id = ?")
                .params(LICENCES, company.pool)
                .update();
    }

    boolean over() {
        return over;
    }

    /** The time that an erasure takes, or less when the fire is out. */
    void erasing(Random random) {
        if (pauseMillis == 0) return;
        long end = System.nanoTime() + 1_000_000L * random.nextInt(pauseMillis / 3, pauseMillis + 1);
        while (!over && System.nanoTime() < end) LockSupport.parkNanos(50_000_000);
    }

    /** Any of the Cloud's nodes. */
    FireGate cloud() {
        return cloud(clouds.get(ThreadLocalRandom.current().nextInt(clouds.size())));
    }

    private FireGate cloud(int port) {
        return new FireGate(http, "http://127.0.0.1:" + port + "/client/v1", basic);
    }

    /** Once it answers, whatever it says. */
    void join(int port) {
        BothApps.await("the node at " + port, () -> {
            try {
                return cloud(port).release(Ids.next()).statusCode() == 404;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        clouds.add(port);
    }

    void leave(int port) {
        clouds.remove((Integer) port);
    }

    FireGate portal(String token) {
        return new FireGate(
                http, "http://127.0.0.1:" + apps.portalPort + "/v1/client", token.isEmpty() ? "" : "Bearer " + token);
    }

    /** As a user would: with a code from the Portal's page. */
    String enrol(UUID client) throws IOException, InterruptedException {
        var code = apps.portal().getBean(EnrolmentCodes.class).make(company.companyId(), company.manager);
        var answer = portal("").enrol(company.email("manager"), code, client);
        if (answer.statusCode() != 201) throw new IOException("not enrolled: " + answer.body());
        return JSON.readTree(answer.body()).path("token").asString();
    }

    /** Clients that work in the Cloud, and go to the Portal. */
    Acknowledged light(int number, long seed) {
        return light(number, seed, false);
    }

    /** Clients that work in the Portal and consume nothing, so that they may have to go back to the Cloud. */
    Acknowledged lightInPortal(int number, long seed) {
        return light(number, seed, true);
    }

    private Acknowledged light(int number, long seed, boolean returning) {
        for (int i = 0; i < number; i++) {
            var client = new FireClient(this, acknowledged, seed + i, returning);
            clients.add(Thread.ofVirtual()
                    .name("client-" + i)
                    .uncaughtExceptionHandler((thread, thrown) -> acknowledged.wrong(thrown.toString()))
                    .start(client::erase));
        }
        return acknowledged;
    }

    /** Until so many writes more are acknowledged. */
    void burn(int writes) {
        int before = acknowledged.writes();
        try {
            BothApps.await("writes", () -> {
                acknowledged.requireOnlyGoodAnswers();
                return acknowledged.writes() >= before + writes;
            });
        } catch (AssertionError cold) {
            throw new AssertionError("no fire: " + acknowledged, cold);
        }
    }

    /** Whatever they have begun. */
    @Override
    public void close() {
        over = true;
        clients.forEach(Thread::interrupt);
    }

    /** Every client ends what it has begun. */
    void out() throws InterruptedException {
        over = true;
        for (var client : clients)
            if (!client.join(Duration.ofMinutes(2)))
                throw new AssertionError("a client never got its answer: " + acknowledged);
    }
}
