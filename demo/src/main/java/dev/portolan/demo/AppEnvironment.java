package dev.portolan.demo;

import dev.portolan.postgres.App;
import dev.portolan.postgres.Database;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What the apps are told by their environment, and under which addresses they are found. */
record AppEnvironment(Ports ports, Secrets secrets, KeyFiles keys) {

    private static final String LOOPBACK = "127.0.0.1";

    String cloudUrl() {
        return http(ports.cloud());
    }

    String portalUrl() {
        return http(ports.portal());
    }

    String inboxUrl() {
        return http(ports.inbox());
    }

    String healthUrl(App app) {
        return http(managementPort(app)) + "/actuator/health";
    }

    Map<String, String> of(App app, Database database) throws IOException {
        var all = new TreeMap<String, String>();
        all.put("PORTOLAN_DB_URL", database.jdbcUrl());
        all.put("PORTOLAN_DB_USER", database.user().role());
        all.put("PORTOLAN_DB_PASSWORD", database.user().password());
        all.put("PORTOLAN_ADDRESS", LOOPBACK);
        all.put("PORTOLAN_MANAGEMENT_PORT", String.valueOf(managementPort(app)));
        all.put("PORTOLAN_SMTP_HOST", LOOPBACK);
        all.put("PORTOLAN_SMTP_PORT", String.valueOf(ports.smtp()));
        all.put("PORTOLAN_MAIL_FROM", app.database() + "@vendor.example");
        all.put("PORTOLAN_SECRET", secrets.get(app.database() + ".secret"));
        all.put("PORTOLAN_REPORT_SIGNING_KEY", keys.reportKey(app.database()).toString());
        all.put("PORTOLAN_EXCHANGE_KEYSTORE", keys.keyStore(app.database()).toString());
        all.put("PORTOLAN_EXCHANGE_KEYSTORE_PASSWORD", keys.password());
        all.put("PORTOLAN_EXCHANGE_TRUSTSTORE", keys.trustStore(app.database()).toString());
        all.put("PORTOLAN_EXCHANGE_TRUSTSTORE_PASSWORD", keys.password());
        switch (app) {
            case CLOUD -> {
                all.put("PORTOLAN_PORT", String.valueOf(ports.cloud()));
                all.put("PORTOLAN_PUBLIC_URL", cloudUrl());
                all.put("PORTOLAN_PORTAL_URL", portalUrl());
                all.put("PORTOLAN_EXCHANGE_URL", "https://" + LOOPBACK + ":" + ports.exchange());
                all.put("PORTOLAN_CERTIFICATE_KEY", keys.certificateKey().toString());
            }
            case PORTAL -> {
                all.put("PORTOLAN_PORT", String.valueOf(ports.portal()));
                all.put("PORTOLAN_PUBLIC_URL", portalUrl());
                all.put("PORTOLAN_CLOUD_URL", cloudUrl());
                all.put("PORTOLAN_EXCHANGE_PORT", String.valueOf(ports.exchange()));
            }
        }
        return all;
    }

    private int managementPort(App app) {
        return switch (app) {
            case CLOUD -> ports.cloudManagement();
            case PORTAL -> ports.portalManagement();
        };
    }

    private static String http(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }
}
