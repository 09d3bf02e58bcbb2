/** The command {@code certificate}: verifies files offline, and shows the key that an operator publishes. */
@NullMarked
package dev.portolan.certificate.command;

import org.jspecify.annotations.NullMarked;
