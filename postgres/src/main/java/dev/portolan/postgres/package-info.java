/**
 * An embedded PostgreSQL server with the roles and databases of Portolan. The demo runs it on a data directory that
 * stays, tests share one server in a JVM and take a fresh copy of a migrated database each. The SQL files beside this
 * package are the same that a real installation runs.
 */
@NullMarked
package dev.portolan.postgres;

import org.jspecify.annotations.NullMarked;
