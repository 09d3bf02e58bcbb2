package dev.portolan.postgres;

import java.nio.file.Path;

/** A program that starts a server, writes a row, says "ready" and waits to be killed. */
final class LeftRunning {

    static final String OWNER_PASSWORD = "it's a \\secret";

    private LeftRunning() {}

    public static void main(String[] arguments) throws Exception {
        var server = PostgresServer.start(Path.of(arguments[0]), 0);
        var cloud = server.install(App.CLOUD, OWNER_PASSWORD, "app");
        cloud.migrate((url, owner, password) -> Sql.run(url, owner, password, """
                create table plain (note text);
                insert into plain values ('kept über Nacht');
                """));
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
