/**
 * Measures Portolan: the transfer side by side with what a user would pick instead, the length of the freeze, and many
 * companies in a row. Each command's last printed line is one line of JSON. Runs the real apps on a PostgreSQL of its own
 * with fsync on.
 */
@NullMarked
package dev.portolan.bench;

import org.jspecify.annotations.NullMarked;
