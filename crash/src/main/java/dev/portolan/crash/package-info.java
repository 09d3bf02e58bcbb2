/**
 * {@code ./portolan crash}: starts PostgreSQL, two nodes of the Cloud and the Portal as processes, moves small companies,
 * breaks something at a named place of each move, restarts only what died, and checks the promises over both databases once
 * the system has come to rest by itself. A fault that did not happen is no pass.
 */
@NullMarked
package dev.portolan.crash;

import org.jspecify.annotations.NullMarked;
