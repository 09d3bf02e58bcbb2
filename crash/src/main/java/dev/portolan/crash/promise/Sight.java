package dev.portolan.crash.promise;

import dev.portolan.postgres.Database;

/**
 * Both databases, as their owners see them and as the apps' ordinary roles do.
 *
 * @param cloud all rows of the Cloud
 * @param portal all rows of the Portal
 * @param cloudApp what the Cloud may see
 * @param portalApp what the Portal may see
 */
public record Sight(Rows cloud, Rows portal, Rows cloudApp, Rows portalApp) implements AutoCloseable {

    public static Sight of(Database cloud, Database portal) {
        return new Sight(
                new Rows(cloud.ownerDataSource()),
                new Rows(portal.ownerDataSource()),
                new Rows(cloud.userDataSource()),
                new Rows(portal.userDataSource()));
    }

    @Override
    public void close() {
        cloud.close();
        portal.close();
        cloudApp.close();
        portalApp.close();
    }
}
