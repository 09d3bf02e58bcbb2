package dev.portolan.demo;

import dev.portolan.postgres.Database;
import java.util.Map;

/**
 * Where demo data go.
 *
 * @param cloud the Cloud's database, migrated
 * @param portal the Portal's database, migrated
 * @param cloudEnvironment the environment variables that the Cloud will run with
 * @param portalEnvironment the environment variables that the Portal will run with
 */
public record DemoTarget(
        Database cloud, Database portal, Map<String, String> cloudEnvironment, Map<String, String> portalEnvironment) {}
